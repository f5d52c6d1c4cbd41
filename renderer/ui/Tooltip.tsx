import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { Kbd } from './Kbd'
import styles from './tooltip.module.css'

/** How long the pointer rests before a tooltip shows, in milliseconds: long enough not to flicker on the way past. */
const TOOLTIP_DELAY = 550

/** A short name beside a control (its child: a react-aria button), with the key that does the same. */
export function Tooltip(props: {
  readonly label: string
  readonly shortcut?: string | undefined
  readonly children: ReactElement
}) {
  return (
    <TooltipTrigger closeDelay={80} delay={TOOLTIP_DELAY}>
      {props.children}
      <AriaTooltip className={styles.tooltip ?? ''} offset={6}>
        {props.label}
        {props.shortcut ? <Kbd keys={props.shortcut} /> : null}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
