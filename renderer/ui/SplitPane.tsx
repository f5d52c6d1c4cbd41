import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import styles from './split-pane.module.css'
import { setCssVariables, useCssVariables } from './use-css-variables'

/** How far an arrow key moves the edge, in px; with Shift four times that. */
const KEY_STEP = 16

export type SplitPaneProps = {
  /** The pane of fixed width stands at the start (left) or the end (right). */
  readonly side: 'start' | 'end'
  readonly pane: ReactNode
  /** Makes the pane and its edge a landmark of this name; leave out when the pane's content is one itself. */
  readonly paneLabel?: string
  readonly children: ReactNode
  /** The pane's width in px; kept by the caller. */
  readonly width: number
  readonly onWidthChange: (width: number) => void
  readonly min: number
  readonly max: number
  readonly isOpen: boolean
  /** What the edge is called: "Width of the library". */
  readonly edgeLabel: string
}

/** A pane of a width that the reader sets (by pointer or arrow keys) beside the rest. */
export function SplitPane(props: SplitPaneProps) {
  const root = useRef<HTMLDivElement>(null)
  useCssVariables(root, { '--pane-width': `${props.width}px` })
  const Wrapper = props.paneLabel === undefined ? 'div' : 'aside'
  const pane = props.isOpen ? (
    <Wrapper aria-label={props.paneLabel} className={styles.pane}>
      {props.pane}
      <Edge {...props} root={root} />
    </Wrapper>
  ) : null
  return (
    <div className={styles.split} data-side={props.side} ref={root}>
      {props.side === 'start' ? pane : null}
      <div className={styles.rest}>{props.children}</div>
      {props.side === 'end' ? pane : null}
    </div>
  )
}

function Edge(props: SplitPaneProps & { readonly root: { readonly current: HTMLDivElement | null } }) {
  const { side, width, min, max, onWidthChange, root } = props
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const latest = useRef(width)
  const clamp = (wanted: number) => Math.round(Math.min(max, Math.max(min, wanted)))
  const towards = side === 'start' ? 1 : -1

  const onKeyDown = (event: KeyboardEvent) => {
    const step = KEY_STEP * (event.shiftKey ? 4 : 1) * towards
    const wanted = { ArrowLeft: width - step, ArrowRight: width + step, Home: min, End: max }[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    onWidthChange(clamp(wanted))
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!drag.current || !root.current) return
    latest.current = clamp(drag.current.width + (event.clientX - drag.current.x) * towards)
    // While dragging only the style sheet hears of it: no component renders for a pixel.
    setCssVariables(root.current, { '--pane-width': `${latest.current}px` })
  }
  const onPointerUp = () => {
    if (!drag.current) return
    drag.current = null
    onWidthChange(latest.current)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator with a value is the ARIA pattern "window splitter"
    <div
      aria-label={props.edgeLabel}
      aria-orientation="vertical"
      aria-valuemax={max}
      aria-valuemin={min}
      aria-valuenow={width}
      className={styles.edge}
      onKeyDown={onKeyDown}
      onPointerCancel={onPointerUp}
      onPointerDown={(event) => {
        drag.current = { x: event.clientX, width }
        latest.current = width
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      role="separator"
      tabIndex={0}
    />
  )
}
