import type { ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components/Menu'
import type { Placement } from 'react-aria-components/Popover'
import { Icon, type IconName } from './icons'
import { Kbd } from './Kbd'
import styles from './menu.module.css'

export type MenuEntry =
  | {
      readonly id: string
      readonly label: string
      readonly icon?: IconName
      readonly shortcut?: string | undefined
      readonly tone?: 'danger'
      readonly isDisabled?: boolean
      readonly onAction: () => void
    }
  | 'separator'

/** A button's menu. `trigger` is a Button or IconButton. */
export function Menu(props: {
  readonly label: string
  readonly trigger: ReactElement
  readonly entries: readonly MenuEntry[]
  readonly placement?: Placement
}) {
  return (
    <MenuTrigger>
      {props.trigger}
      <Popover className={styles.popover ?? ''} offset={4} placement={props.placement ?? 'bottom end'}>
        <AriaMenu aria-label={props.label} className={styles.menu ?? ''}>
          {props.entries.map((entry, at) =>
            entry === 'separator' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a separator has no other name, and entries do not move
              <Separator className={styles.separator ?? ''} key={`separator-${at}`} />
            ) : (
              <MenuItem
                className={styles.item ?? ''}
                data-tone={entry.tone}
                id={entry.id}
                isDisabled={entry.isDisabled ?? false}
                key={entry.id}
                onAction={entry.onAction}
                textValue={entry.label}
              >
                {entry.icon ? <Icon name={entry.icon} /> : null}
                <span className={styles.words}>{entry.label}</span>
                {entry.shortcut ? <Kbd keys={entry.shortcut} /> : null}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
