import type { ReactNode } from 'react'
import { classes } from './classes'
import styles from './evidence.module.css'

/**
 * Words of the article that something rests on, shown as a quotation; pressing them goes to their place. With no
 * `onShow` they have no place in the text (they stand in the page's metadata).
 */
export function Evidence(props: {
  readonly children: ReactNode
  /** What pressing does, with the words: "Show in the article: on Tuesday". */
  readonly label: string
  readonly onShow: (() => void) | null
  readonly look?: 'quoted' | 'plain'
}) {
  const look = props.look ?? 'quoted'
  if (props.onShow === null) return <span className={styles.words}>{props.children}</span>
  return (
    <button
      aria-label={props.label}
      className={classes(styles.words, styles.link)}
      data-look={look}
      onClick={props.onShow}
      type="button"
    >
      {props.children}
    </button>
  )
}
