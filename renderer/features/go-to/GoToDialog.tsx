import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import type { ShellCommand } from '#contract/shell'
import type { ArticleListing } from '#domain/article/listing'
import { withVisibleControls } from '#domain/visible-controls'
import { isAnswered, runCommand } from '../../client/commands'
import { KEY_BINDINGS, shortcutOf } from '../../client/keys'
import { useSurroundings } from '../../client/settings'
import { Icon } from '../../ui/icons'
import { Kbd } from '../../ui/Kbd'
import { nextIndex } from '../../ui/list-keys'
import { OutletAndDate } from '../../ui/OutletAndDate'
import { type Destination, matching } from './destinations'
import styles from './go-to.module.css'
import { Overlay } from './Overlay'
import { useFoundArticles } from './use-found-articles'

export type GoToDialogProps = {
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  /** The newest articles, offered before anything is typed. */
  readonly recent: readonly ArticleListing[]
  readonly onOpenArticle: (articleId: string) => void
}

/** Type a few letters, press Enter: any article, any command. */
export function GoToDialog(props: GoToDialogProps) {
  const intl = useIntl()
  return (
    <Overlay {...props} label={intl.formatMessage({ id: 'go-to.label' })}>
      <Chooser {...props} />
    </Overlay>
  )
}

function Chooser({ recent, onOpenArticle, onOpenChange }: GoToDialogProps) {
  const intl = useIntl()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [index, setIndex] = useState(0)
  const found = useFoundArticles(typed)
  const commands = useCommandDestinations()
  const destinations = useMemo(() => {
    const articles = (typed.trim() === '' ? recent.slice(0, 5) : found).map(articleDestination)
    return [...articles, ...matching(commands, typed)]
  }, [typed, recent, found, commands])
  const chosen = Math.min(index, destinations.length - 1)

  const go = (destination: Destination | undefined) => {
    if (!destination) return
    onOpenChange(false)
    if (destination.kind === 'article') onOpenArticle(destination.listing.id)
    // The dialog gives focus back first: the command may want it elsewhere.
    else setTimeout(() => runCommand(destination.command))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key === 'Home' || event.key === 'End') return
    if (event.key === 'Enter') return go(destinations[chosen])
    const wanted = nextIndex(event.key, { index: chosen, count: destinations.length, page: 6 })
    if (wanted === null) return
    event.preventDefault()
    setIndex(wanted)
  }
  return (
    <>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          aria-activedescendant={chosen < 0 ? undefined : `${id}-${chosen}`}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-expanded="true"
          aria-label={intl.formatMessage({ id: 'go-to.label' })}
          // biome-ignore lint/a11y/noAutofocus: the dialog is this field
          autoFocus
          className={styles.input}
          onChange={(event) => {
            setTyped(event.target.value)
            setIndex(0)
          }}
          onKeyDown={onKeyDown}
          placeholder={intl.formatMessage({ id: 'go-to.placeholder' })}
          role="combobox"
          spellCheck={false}
          type="text"
          value={typed}
        />
      </div>
      <div
        aria-label={intl.formatMessage({ id: 'go-to.destinations' })}
        className={styles.list}
        id={`${id}-list`}
        role="listbox"
        tabIndex={-1}
      >
        {destinations.map((destination, at) => (
          <Row
            destination={destination}
            id={`${id}-${at}`}
            isChosen={at === chosen}
            key={destination.key}
            onGo={() => go(destination)}
            onHover={() => setIndex(at)}
          />
        ))}
      </div>
      {destinations.length === 0 ? (
        <p className={styles.nothing} role="status">
          {intl.formatMessage({ id: 'go-to.nothing' })}
        </p>
      ) : null}
    </>
  )
}

function Row(props: {
  readonly destination: Destination
  readonly id: string
  readonly isChosen: boolean
  readonly onGo: () => void
  readonly onHover: () => void
}) {
  const { destination } = props
  const { platform } = useSurroundings()
  const shortcut = destination.kind === 'command' ? shortcutOf(destination.command, platform) : undefined
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    <div
      aria-selected={props.isChosen}
      className={styles.row}
      data-kind={destination.kind}
      id={props.id}
      onClick={props.onGo}
      onMouseMove={props.onHover}
      ref={props.isChosen ? (row) => row?.scrollIntoView({ block: 'nearest' }) : null}
      role="option"
      tabIndex={-1}
    >
      <Icon name={destination.kind === 'article' ? 'document' : 'chevron-right'} />
      <span
        className={styles.title}
        data-stand-in={destination.kind === 'article' && destination.listing.standIn}
      >
        {destination.title}
      </span>
      {destination.kind === 'article' ? <OutletAndDate listing={destination.listing} /> : null}
      {shortcut ? <Kbd keys={shortcut} /> : null}
    </div>
  )
}

function articleDestination(listing: ArticleListing): Destination {
  return { kind: 'article', key: `article-${listing.id}`, title: withVisibleControls(listing.title), listing }
}

/** Commands that mean nothing from here: it is open already, or they step from where the person is. */
const NOT_OFFERED: readonly ShellCommand[] = [
  'go-to-anything',
  'next-article',
  'previous-article',
  'next-statement',
  'previous-statement',
  'highlight',
  'underline',
  'note',
]

function useCommandDestinations(): readonly (Destination & { readonly kind: 'command' })[] {
  const intl = useIntl()
  return useMemo(
    () =>
      KEY_BINDINGS.filter(({ command }) => !NOT_OFFERED.includes(command) && isAnswered(command)).map(
        ({ command }) => ({
          kind: 'command',
          key: `command-${command}`,
          title: intl.formatMessage({ id: `keys.${command}` }),
          command,
        }),
      ),
    [intl],
  )
}
