import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useIntl } from 'react-intl'
import { withVisibleControls } from '#domain/visible-controls'
import { shortcutOf } from '../../client/keys'
import { useSurroundings } from '../../client/settings'
import { IconButton } from '../../ui/IconButton'
import { Toolbar } from '../../ui/Toolbar'
import styles from './reading.module.css'

/** Scrolled farther than this (px) the headline is out of sight, and the bar says what is being read. */
const HEADLINE_GONE = 150

/** The thin bar over the article: its title once the headline has left, and what can be done with it. */
export function ArticleBar(props: {
  readonly title: string
  readonly scroller: RefObject<HTMLElement | null>
  readonly isColophonOpen: boolean
  readonly onFind: () => void
  readonly onExport: () => void
  readonly onToggleColophon: () => void
  /** More of the bar's buttons. */
  readonly tools: ReactNode
}) {
  const intl = useIntl()
  const { platform } = useSurroundings()
  const isGone = useScrolledPast(props.scroller, HEADLINE_GONE)
  return (
    <div className={styles.bar}>
      <p aria-hidden={!isGone} className={styles.barTitle} data-shown={isGone || undefined}>
        {withVisibleControls(props.title)}
      </p>
      <Toolbar label={intl.formatMessage({ id: 'article.bar' })}>
        <IconButton
          icon="search"
          label={intl.formatMessage({ id: 'article.find' })}
          onPress={props.onFind}
          shortcut={shortcutOf('find', platform)}
        />
        {props.tools}
        <IconButton
          icon="export"
          label={intl.formatMessage({ id: 'article.export' })}
          onPress={props.onExport}
          shortcut={shortcutOf('export', platform)}
        />
        <IconButton
          icon="panel-right"
          isPressed={props.isColophonOpen}
          label={intl.formatMessage({ id: 'article.colophon.toggle' })}
          onPress={props.onToggleColophon}
          shortcut={shortcutOf('toggle-colophon', platform)}
        />
      </Toolbar>
    </div>
  )
}

function useScrolledPast(scroller: RefObject<HTMLElement | null>, distance: number): boolean {
  const [isPast, setPast] = useState(false)
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const look = () => setPast(element.scrollTop > distance)
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [scroller, distance])
  return isPast
}
