import type { ReactNode } from 'react'
import styles from './empty-state.module.css'
import { Icon, type IconName } from './icons'

/** Nothing is here (yet), or something failed: what that means, in a sentence, and what one can do. */
export function EmptyState(props: {
  readonly title: ReactNode
  readonly icon?: IconName
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly tone?: 'calm' | 'danger'
}) {
  return (
    <div className={styles.empty} data-tone={props.tone ?? 'calm'}>
      {props.icon ? (
        <span className={styles.icon}>
          <Icon name={props.icon} />
        </span>
      ) : null}
      <p className={styles.title}>{props.title}</p>
      {props.children ? <div className={styles.text}>{props.children}</div> : null}
      {props.actions ? <div className={styles.actions}>{props.actions}</div> : null}
    </div>
  )
}
