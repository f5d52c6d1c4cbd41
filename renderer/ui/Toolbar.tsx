import type { ReactNode } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar'
import styles from './toolbar.module.css'

/** A row of controls that is one stop for the Tab key; arrow keys walk it. */
export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className={styles.toolbar ?? ''}>
      {children}
    </AriaToolbar>
  )
}

/** A gap with a hairline between groups of a toolbar. */
export function ToolbarGap() {
  return <span aria-hidden="true" className={styles.gap} />
}
