import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react'
import { classes } from './classes'
import { nextIndex } from './list-keys'
import { useCssVariables } from './use-css-variables'
import styles from './virtual-listbox.module.css'

/** Rows drawn beyond either edge, so that quick scrolling meets no gap. */
const OVERSCAN = 8
/** How many rows before the loaded end the next page is asked for. */
const NEAR_END = 30

export type VirtualListboxProps<T> = {
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** How many there are in all, loaded or not: read aloud. */
  readonly total: number
  readonly selectedKey: string | null
  /** `open`: by Enter or a click, the person means to go there; `move`: the arrow keys came past. */
  readonly onSelect: (item: T, how: 'move' | 'open') => void
  /** About how high a row is, in px; each is measured when drawn. */
  readonly rowHeight: number
  readonly renderItem: (item: T) => ReactNode
  readonly onNearEnd?: () => void
  /** Delete on the selected row. */
  readonly onDelete?: (item: T) => void
  readonly listRef?: RefObject<HTMLDivElement | null>
}

/**
 * A list of any length of which only what is seen is drawn. One stop for the Tab key; arrows, Home, End and pages
 * move the selection, which is announced by `aria-activedescendant`.
 */
export function VirtualListbox<T>(props: VirtualListboxProps<T>) {
  const { items, keyOf, selectedKey, onNearEnd } = props
  const id = useId()
  const own = useRef<HTMLDivElement>(null)
  const scroller = props.listRef ?? own
  const canvas = useRef<HTMLDivElement>(null)
  const selected = selectedKey === null ? -1 : items.findIndex((item) => keyOf(item) === selectedKey)
  const virtualizer = useVirtualizer({
    count: items.length,
    estimateSize: () => props.rowHeight,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    getScrollElement: () => scroller.current,
    overscan: OVERSCAN,
  })
  useCssVariables(canvas, { '--total': `${virtualizer.getTotalSize()}px` })
  useEffect(() => {
    if (selected >= 0) virtualizer.scrollToIndex(selected, { align: 'auto' })
  }, [selected, virtualizer])
  const rows = virtualizer.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= items.length - NEAR_END) onNearEnd?.()
  }, [last, items.length, onNearEnd])

  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = items[selected]
    if (event.key === 'Delete' && chosen !== undefined) return props.onDelete?.(chosen)
    const page = Math.max(1, rows.length - OVERSCAN)
    const wanted = nextIndex(event.key, { index: selected, count: items.length, page })
    const item = wanted === null ? undefined : items[wanted]
    if (item === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    props.onSelect(item, event.key === 'Enter' ? 'open' : 'move')
  }
  const drawn = rows.some((row) => row.index === selected)
  return (
    <div
      aria-activedescendant={drawn ? `${id}-${selected}` : undefined}
      aria-label={props.label}
      className={styles.scroller}
      data-unselected={!drawn || undefined}
      onKeyDown={onKeyDown}
      ref={scroller}
      role="listbox"
      tabIndex={0}
    >
      <div className={styles.canvas} ref={canvas} role="presentation">
        {rows.map((row) => {
          const item = items[row.index]
          if (item === undefined) return null
          return (
            <Row
              id={`${id}-${row.index}`}
              isSelected={row.index === selected}
              key={row.key}
              measure={virtualizer.measureElement}
              onOpen={() => props.onSelect(item, 'open')}
              row={row}
              total={props.total}
            >
              {props.renderItem(item)}
            </Row>
          )
        })}
      </div>
    </div>
  )
}

function Row(props: {
  readonly id: string
  readonly row: VirtualItem
  readonly total: number
  readonly isSelected: boolean
  readonly measure: (element: HTMLDivElement | null) => void
  readonly onOpen: () => void
  readonly children: ReactNode
}) {
  const element = useRef<HTMLDivElement>(null)
  const { row, measure } = props
  useCssVariables(element, { '--start': `${row.start}px` })
  useEffect(() => measure(element.current), [measure])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it has the keys
    <div
      aria-posinset={row.index + 1}
      aria-selected={props.isSelected}
      aria-setsize={props.total}
      className={classes(styles.row)}
      data-index={row.index}
      id={props.id}
      onClick={props.onOpen}
      ref={element}
      role="option"
      tabIndex={-1}
    >
      {props.children}
    </div>
  )
}
