import type { ReactElement, ReactNode, RefObject } from 'react'
import { Popover as AriaPopover, Dialog, DialogTrigger, type Placement } from 'react-aria-components/Popover'
import styles from './popover.module.css'

type Shared = {
  /** Its name for screen readers. */
  readonly label: string
  readonly placement?: Placement
  readonly children: ReactNode
}

/** Something small that floats beside its button. `trigger` is a Button or IconButton. */
export function Popover(props: Shared & { readonly trigger: ReactElement }) {
  return (
    <DialogTrigger>
      {props.trigger}
      <AriaPopover className={styles.popover ?? ''} offset={6} placement={props.placement ?? 'bottom start'}>
        <Dialog aria-label={props.label} className={styles.dialog ?? ''}>
          {props.children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}

/** The same, opened by the program beside any element (a selection's toolbar, an edited mark). */
export function AnchoredPopover(
  props: Shared & {
    readonly anchor: RefObject<Element | null>
    readonly isOpen: boolean
    readonly onOpenChange: (open: boolean) => void
    /** Leaves focus and clicks to the page behind it. */
    readonly isNonModal?: boolean
  },
) {
  return (
    <AriaPopover
      className={styles.popover ?? ''}
      isNonModal={props.isNonModal ?? false}
      isOpen={props.isOpen}
      offset={6}
      onOpenChange={props.onOpenChange}
      placement={props.placement ?? 'top'}
      triggerRef={props.anchor}
    >
      <Dialog aria-label={props.label} className={styles.dialog ?? ''}>
        {props.children}
      </Dialog>
    </AriaPopover>
  )
}
