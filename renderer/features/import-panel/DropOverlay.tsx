import { useEffect, useRef, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { client } from '../../client/client'
import { Icon } from '../../ui/icons'
import { type Carried, carriedBy } from './carried'
import styles from './drop-overlay.module.css'

/** Files and selections dragged over the window may be dropped anywhere: this shows it, and takes them. */
export function DropOverlay({ onCarried }: { readonly onCarried: (carried: Carried | null) => void }) {
  const [over, setOver] = useState(false)
  const latest = useRef(onCarried)
  latest.current = onCarried
  useEffect(
    () =>
      listenForDrops({
        onOver: setOver,
        onDrop: (transfer) => latest.current(carriedBy(transfer, client.pathOf)),
      }),
    [],
  )
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

const WANTED = ['Files', 'text/html', 'text/plain']

/** Listens on the whole window; returns its own undo. */
function listenForDrops(told: {
  readonly onOver: (over: boolean) => void
  readonly onDrop: (transfer: DataTransfer) => void
}): () => void {
  // Enter and leave fire for every element on the way: only their balance tells whether the pointer is inside.
  let depth = 0
  // Words that are dragged out of the article itself are no import.
  let isOurOwn = false
  const isWanted = ({ dataTransfer }: DragEvent) =>
    !isOurOwn && WANTED.some((type) => dataTransfer?.types.includes(type))
  const listeners = {
    dragstart: () => {
      isOurOwn = true
    },
    dragend: () => {
      isOurOwn = false
    },
    dragenter: (event: DragEvent) => {
      if (!isWanted(event)) return
      depth += 1
      told.onOver(true)
    },
    dragleave: (event: DragEvent) => {
      if (!isWanted(event)) return
      depth -= 1
      if (depth <= 0) told.onOver(false)
    },
    dragover: (event: DragEvent) => {
      if (isOurOwn) return
      // Without this the window would open the file as a page.
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = isWanted(event) ? 'copy' : 'none'
    },
    drop: (event: DragEvent) => {
      if (isOurOwn) return
      event.preventDefault()
      depth = 0
      told.onOver(false)
      if (event.dataTransfer !== null && isWanted(event)) told.onDrop(event.dataTransfer)
    },
  } as const
  const entries = Object.entries(listeners) as [string, EventListener][]
  for (const [name, listener] of entries) window.addEventListener(name, listener)
  return () => {
    for (const [name, listener] of entries) window.removeEventListener(name, listener)
  }
}
