import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { Analysis, Credit, CreditRole } from '#domain/analysis/findings'
import type { Capture } from '#domain/article/capture'
import type { ArticleListing } from '#domain/article/listing'
import { withVisibleControls } from '#domain/visible-controls'
import { Evidence } from '../../ui/Evidence'
import { instant, toldDate } from '../../ui/told-date'
import styles from './header.module.css'
import type { HeaderTools } from './header-tools'

export type ArticleHeaderProps = {
  readonly capture: Capture
  readonly listing: ArticleListing
  /** The headline's own words, drawn with their marks; null when no block of the text is the headline. */
  readonly headline: ReactNode
  readonly standfirst: ReactNode
  readonly onShow: (range: readonly [number, number]) => void
  readonly tools: HeaderTools
}

/** Outlet, dates, headline (or its stand-in), credits: what a masthead tells, gaps included. */
export function ArticleHeader(props: ArticleHeaderProps) {
  const { capture, listing, headline, standfirst, onShow, tools } = props
  return (
    <header className={styles.header}>
      <Provenance capture={capture} tools={tools} />
      <Headline capture={capture} headline={headline} listing={listing} tools={tools} />
      {standfirst}
      <CreditsLine analysis={capture.analysis} onShow={onShow} />
    </header>
  )
}

/** Outlet · published · captured. */
function Provenance({ capture, tools }: Pick<ArticleHeaderProps, 'capture' | 'tools'>) {
  const intl = useIntl()
  const { facts } = capture.analysis
  const captured = facts.capturedAt?.value ?? null
  const publisher = facts.publisher && withVisibleControls(facts.publisher.value)
  return (
    <div className={styles.provenance}>
      <span className={styles.outlet} data-told={publisher !== null}>
        {publisher ?? intl.formatMessage({ id: 'article.noOutlet' })}
      </span>
      <span data-told={facts.published !== null}>
        {tools.published(
          facts.published ? (
            <time dateTime={facts.published.value}>{toldDate(intl, facts.published.value)}</time>
          ) : (
            intl.formatMessage({ id: 'article.notDated' })
          ),
        )}
      </span>
      {facts.modified && facts.modified.value !== facts.published?.value ? (
        <span>
          {intl.formatMessage({ id: 'article.modified' }, { date: toldDate(intl, facts.modified.value) })}
        </span>
      ) : null}
      <span>
        {captured
          ? intl.formatMessage({ id: 'article.captured' }, { date: instant(intl, captured) })
          : intl.formatMessage({ id: 'article.imported' }, { date: instant(intl, capture.importedAt) })}
      </span>
    </div>
  )
}

function Headline(props: Pick<ArticleHeaderProps, 'capture' | 'listing' | 'headline' | 'tools'>) {
  const intl = useIntl()
  const told = props.capture.analysis.facts.headline
  const { headline, tools } = props
  if (told?.assertedBy === 'reader') {
    return (
      <>
        <h1 className={styles.headline}>{withVisibleControls(told.value)}</h1>
        {headline === null ? null : <p className={styles.fileHeadline}>{headline}</p>}
        <div className={styles.headlineTool}>{tools.headline(null)}</div>
      </>
    )
  }
  if (headline !== null || told !== null) {
    // The article's own words can be marked; words with hidden controls in them are shown for what they are instead.
    const asWritten = told === null || withVisibleControls(told.value) === told.value ? headline : null
    return (
      <div className={styles.headlineLine}>
        <h1 className={styles.headline}>{asWritten ?? withVisibleControls(told?.value ?? '')}</h1>
        <div className={styles.headlineTool}>{tools.headline(null)}</div>
      </div>
    )
  }
  return (
    <>
      <h1 className={styles.headline} data-stand-in>
        {withVisibleControls(props.listing.title)}
      </h1>
      <div className={styles.standInNote}>
        {tools.headline(intl.formatMessage({ id: 'article.noHeadline' }))}
      </div>
    </>
  )
}

/** The roles that stand in the line under the headline, in its order; the others have their cards. */
const LINE_ROLES = [
  'author',
  'correspondent',
  'contributor',
  'translator',
  'editor',
  'agency',
] as const satisfies readonly CreditRole[]

function CreditsLine(props: { readonly analysis: Analysis; readonly onShow: ArticleHeaderProps['onShow'] }) {
  const intl = useIntl()
  const { analysis, onShow } = props
  const byRole = LINE_ROLES.map((role) => ({
    role,
    credits: distinct(analysis.credits.filter((credit) => credit.role === role && credit.picture === null)),
  })).filter(({ credits }) => credits.length > 0)
  const authored = byRole.some(({ role }) => role === 'author' || role === 'correspondent')
  return (
    <p className={styles.credits}>
      {authored ? null : (
        <span data-told={analysis.byline !== null}>
          {analysis.byline
            ? withVisibleControls(analysis.byline.words)
            : intl.formatMessage({ id: 'article.noByline' })}
        </span>
      )}
      {byRole.map(({ role, credits }) => (
        <span className={styles.credit} key={role}>
          <span className={styles.role}>{intl.formatMessage({ id: `article.role.${role}` })}</span>{' '}
          {credits.map((credit, index) => (
            <CreditName credit={credit} isFirst={index === 0} key={credit.name} onShow={onShow} />
          ))}
        </span>
      ))}
    </p>
  )
}

/** Each name once, where it can be shown in the text if anywhere: metadata often names a byline's people again. */
function distinct(credits: readonly Credit[]): readonly Credit[] {
  const byName = new Map<string, Credit>()
  for (const credit of credits) {
    const known = byName.get(credit.name)
    if (known === undefined || known.range === null) byName.set(credit.name, credit)
  }
  return [...byName.values()]
}

function CreditName(props: {
  readonly credit: Credit
  readonly isFirst: boolean
  readonly onShow: ArticleHeaderProps['onShow']
}) {
  const intl = useIntl()
  const { credit, isFirst, onShow } = props
  const { range } = credit
  const name = withVisibleControls(credit.name)
  return (
    <>
      {isFirst ? '' : ', '}
      <Evidence
        label={intl.formatMessage({ id: 'article.showPlace' }, { words: name })}
        look="plain"
        onShow={range && (() => onShow(range))}
      >
        {name}
      </Evidence>
    </>
  )
}
