import type { ComponentProps } from 'react'
import type { ButtonSize, ButtonVariant } from './Button'
import styles from './button.module.css'
import { classes } from './classes'
import { Icon, type IconName } from './icons'

export type PlainButtonProps = ComponentProps<'button'> & {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly icon?: IconName
  readonly wide?: boolean
  /** Only the icon is drawn; `aria-label` must name it. */
  readonly iconOnly?: boolean
}

/** The platform's own button in our dress, for the first chunk: it must not load the behaviour library. */
export function PlainButton(props: PlainButtonProps) {
  const { variant = 'secondary', size = 'medium', icon, wide, iconOnly, children, ...rest } = props
  return (
    <button
      type="button"
      {...rest}
      className={classes(styles.button, iconOnly && styles.icon)}
      data-size={size}
      data-variant={variant}
      data-wide={wide || undefined}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}
