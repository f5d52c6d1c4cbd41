import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import styles from './tabs.module.css'

export type TabEntry<Id extends string> = {
  readonly id: Id
  readonly label: string
  /** A number beside the name. */
  readonly count?: number
  readonly content: ReactNode
}

/** Panels under names, one shown at a time; arrow keys walk the names. The panel scrolls by itself. */
export function Tabs<Id extends string>(props: {
  readonly label: string
  readonly entries: readonly TabEntry<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
  readonly orientation?: 'horizontal' | 'vertical'
}) {
  return (
    <AriaTabs
      className={styles.tabs ?? ''}
      onSelectionChange={(key) => {
        const chosen = props.entries.find((entry) => entry.id === key)
        if (chosen) props.onSelect(chosen.id)
      }}
      orientation={props.orientation ?? 'horizontal'}
      selectedKey={props.selected}
    >
      <TabList aria-label={props.label} className={styles.list ?? ''}>
        {props.entries.map((entry) => (
          <Tab className={styles.tab ?? ''} id={entry.id} key={entry.id}>
            {entry.label}
            {entry.count === undefined ? null : <span className={styles.count}>{entry.count}</span>}
          </Tab>
        ))}
      </TabList>
      {props.entries.map((entry) => (
        <TabPanel className={styles.panel ?? ''} id={entry.id} key={entry.id}>
          {entry.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
