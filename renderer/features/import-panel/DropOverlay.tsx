import { useEffect, useRef, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { client } from '../../client/client'
import { Icon } from '../../ui/icons'
import styles from './drop-overlay.module.css'

/** Files dragged over the window may be dropped anywhere: this shows it, and takes them. */
export function DropOverlay({ onPaths }: { readonly onPaths: (paths: readonly string[]) => void }) {
  const [over, setOver] = useState(false)
  const latest = useRef(onPaths)
  latest.current = onPaths
  useEffect(() => {
    // Enter and leave fire for every element on the way: only their balance tells whether the pointer is inside.
    let depth = 0
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth += 1
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth -= 1
      if (depth <= 0) setOver(false)
    }
    const drag = (event: DragEvent) => {
      // Without this the window would open the file as a page.
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = holdsFiles(event) ? 'copy' : 'none'
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      depth = 0
      setOver(false)
      const paths = [...(event.dataTransfer?.files ?? [])].map((file) => client.pathOf(file)).filter(Boolean)
      if (paths.length > 0) latest.current(paths)
    }
    const listeners = { dragenter: enter, dragleave: leave, dragover: drag, drop } as const
    for (const [name, listener] of Object.entries(listeners)) {
      window.addEventListener(name, listener as EventListener)
    }
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name, listener as EventListener)
      }
    }
  }, [])
  if (!over) return null
  return (
    <div className={styles.overlay}>
      <div className={styles.frame}>
        <Icon name="import" />
        <p className={styles.words}>
          <FormattedMessage id="import-panel.drop" />
        </p>
        <p className={styles.hint}>
          <FormattedMessage id="import-panel.drop-what" />
        </p>
      </div>
    </div>
  )
}
