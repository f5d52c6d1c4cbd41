import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import styles from './button.module.css'
import { Icon, type IconName } from './icons'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

export type ButtonProps = {
  readonly children: ReactNode
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly icon?: IconName
  readonly wide?: boolean
  readonly type?: 'button' | 'submit'
  readonly autoFocus?: boolean
  readonly isDisabled?: boolean
  /** For a toggle: whether it is on. Leave out for an ordinary button. */
  readonly isPressed?: boolean
  /** `close` makes it close the dialog it stands in. */
  readonly slot?: string
  readonly onPress?: () => void
}

/** A button with words. On the lock screen and at first run use PlainButton, which looks the same. */
export function Button({ children, variant = 'secondary', size = 'medium', ...rest }: ButtonProps) {
  const { icon, wide, isPressed, ...aria } = rest
  return (
    <AriaButton
      {...aria}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      className={styles.button ?? ''}
      data-size={size}
      data-variant={variant}
      data-wide={wide || undefined}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </AriaButton>
  )
}
