import { Button as AriaButton } from 'react-aria-components/Button'
import styles from './button.module.css'
import { classes } from './classes'
import { Icon, type IconName } from './icons'
import { Tooltip } from './Tooltip'

export type IconButtonProps = {
  /** Its name: read by screen readers and shown in the tooltip. */
  readonly label: string
  readonly icon: IconName
  /** The key that does the same, as `keyLabel` writes it. */
  readonly shortcut?: string | undefined
  readonly size?: 'small' | 'medium'
  readonly isDisabled?: boolean
  /** For a toggle: whether it is on. */
  readonly isPressed?: boolean
  readonly slot?: string
  readonly onPress?: () => void
}

/** A button that shows only a picture, with its name and key in a tooltip. */
export function IconButton({ label, icon, shortcut, size = 'medium', isPressed, ...aria }: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <AriaButton
        {...aria}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
        aria-label={label}
        className={classes(styles.button, styles.icon)}
        data-size={size}
        data-variant="quiet"
      >
        <Icon name={icon} />
      </AriaButton>
    </Tooltip>
  )
}
