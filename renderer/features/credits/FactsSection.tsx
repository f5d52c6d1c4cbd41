import { useIntl } from 'react-intl'
import type { Capture } from '#domain/article/capture'
import type { Alternate } from '#domain/article/facts'
import { type Range, wordsAt } from '#domain/article/range'
import type { Told } from '#domain/article/told'
import { withVisibleControls } from '#domain/visible-controls'
import { Evidence } from '../../ui/Evidence'
import { instant, toldDate } from '../../ui/told-date'
import { ReadFrom, Row, Section } from './CreditRows'
import type { CreditTools } from './credit-tools'
import styles from './credits.module.css'

type Props = {
  readonly capture: Capture
  readonly onShow: (range: Range) => void
  readonly onLink: (address: string) => void
  readonly tools: CreditTools
}

/** What the article says of itself: outlet, dates, language, rights, contact, other languages, standing notices. */
export function FactsSection(props: Props) {
  return (
    <>
      <PublicationSection {...props} />
      <NoticesSection {...props} />
      <DatesSection {...props} />
    </>
  )
}

const WORDS = ['publisher', 'dateline', 'contact', 'rights'] as const

function PublicationSection({ capture, onShow, onLink, tools }: Props) {
  const intl = useIntl()
  const { facts } = capture.analysis
  const label = (name: string) => intl.formatMessage({ id: `credits.fact.${name}` })
  const notTold = intl.formatMessage({ id: 'credits.notTold' })
  return (
    <Section title={intl.formatMessage({ id: 'credits.publication' })}>
      {WORDS.map((name) => (
        <Row isTold={facts[name] !== null} key={name} label={label(name)}>
          {tools.fact(name, facts[name] ? <ToldWords onShow={onShow} told={facts[name]} /> : notTold)}
        </Row>
      ))}
      {(['published', 'modified'] as const).map((name) =>
        name === 'modified' && facts.modified === null ? null : (
          <Row isTold={facts[name] !== null} key={name} label={label(name)}>
            {tools.fact(
              name,
              facts[name] ? (
                <ToldWords onShow={onShow} shown={toldDate(intl, facts[name].value)} told={facts[name]} />
              ) : (
                notTold
              ),
            )}
          </Row>
        ),
      )}
      {facts.section ? (
        <Row label={label('section')}>
          <ToldWords onShow={onShow} told={facts.section} />
        </Row>
      ) : null}
      {facts.capturedAt ? (
        <Row label={label('captured')}>{instant(intl, facts.capturedAt.value, true)}</Row>
      ) : null}
      {facts.bodyFrom ? (
        <Row label={label('body')}>{intl.formatMessage({ id: `credits.body.${facts.bodyFrom}` })}</Row>
      ) : null}
      {facts.language ? (
        <Row label={label('language')}>
          {tools.fact('language', languageName(intl.locale, facts.language.value))}
        </Row>
      ) : null}
      {facts.url ? (
        <Row label={label('url')}>
          {tools.fact('url', <Address address={facts.url.value} onLink={onLink} />)}
        </Row>
      ) : null}
      {facts.alternates.map((alternate) => (
        <Row
          key={`${alternate.language}${alternate.label}${alternate.url}`}
          label={label(alternate.relation)}
        >
          <OtherLanguage alternate={alternate} onLink={onLink} />
        </Row>
      ))}
    </Section>
  )
}

/** A value and where it was read: a place of the text, or the page's own data. */
function ToldWords(props: {
  readonly told: Told<string>
  readonly shown?: string
  readonly onShow: (range: Range) => void
}) {
  const intl = useIntl()
  const { told, onShow } = props
  const { range } = told
  const words = withVisibleControls(props.shown ?? told.value)
  return (
    <span className={styles.credit}>
      <Evidence
        label={intl.formatMessage({ id: 'credits.showPlace' }, { words })}
        look="plain"
        onShow={range && (() => onShow(range))}
      >
        {words}
      </Evidence>
      {range === null && told.assertedBy !== 'reader' ? (
        <span className={styles.from}>
          {intl.formatMessage({ id: 'credits.readFrom' }, { from: told.from })}
        </span>
      ) : null}
    </span>
  )
}

function OtherLanguage(props: { readonly alternate: Alternate; readonly onLink: (address: string) => void }) {
  const intl = useIntl()
  const { alternate } = props
  return (
    <span className={styles.credit}>
      {alternate.language ? <span>{languageName(intl.locale, alternate.language)}</span> : null}
      {alternate.label ? (
        <span className={styles.from}>
          {intl.formatMessage({ id: 'credits.quoted' }, { words: withVisibleControls(alternate.label) })}
        </span>
      ) : null}
      {alternate.url ? <Address address={alternate.url} onLink={props.onLink} /> : null}
    </span>
  )
}

function Address(props: { readonly address: string; readonly onLink: (address: string) => void }) {
  const intl = useIntl()
  const address = withVisibleControls(
    URL.canParse(props.address) ? new URL(props.address).href : props.address,
  )
  if (!/^https:/i.test(props.address)) return <span className={styles.address}>{address}</span>
  return (
    <button
      className={styles.address}
      onClick={() => props.onLink(props.address)}
      title={intl.formatMessage({ id: 'credits.opens' })}
      type="button"
    >
      {address}
    </button>
  )
}

function NoticesSection({ capture, onShow, tools }: Props) {
  const intl = useIntl()
  const { notices } = capture.analysis
  if (notices.length === 0) return null
  return (
    <Section title={intl.formatMessage({ id: 'credits.notices' })}>
      {notices.map((notice) => (
        <Row key={notice.range[0]} label={intl.formatMessage({ id: `credits.notice.${notice.kind}` })}>
          <span className={styles.tooled}>
            <ReadFrom onShow={onShow} range={notice.range} words={wordsAt(capture.text, notice.range)} />
            {tools.notice(notice)}
          </span>
        </Row>
      ))}
    </Section>
  )
}

/** Every date word with its day; those that cannot be resolved are listed all the same, with what they wait for. */
function DatesSection({ capture, onShow, tools }: Props) {
  const intl = useIntl()
  const { dates, facts } = capture.analysis
  if (dates.length === 0) return null
  const unresolved = dates.filter((date) => date.date === null).length
  const hint =
    unresolved === 0
      ? null
      : intl.formatMessage(
          { id: facts.published === null ? 'credits.dates.waiting' : 'credits.dates.unresolved' },
          { count: unresolved },
        )
  return (
    <Section hint={hint} title={intl.formatMessage({ id: 'credits.dates' })}>
      {dates.map((date) => (
        <div className={styles.date} data-told={date.date !== null} key={date.range[0]}>
          <dt>
            <ReadFrom onShow={onShow} range={date.range} words={date.words} />
          </dt>
          <dd className={styles.tooled}>
            <span>
              {date.date ? toldDate(intl, date.date) : intl.formatMessage({ id: 'credits.dates.none' })}
            </span>
            {tools.date(date)}
          </dd>
        </div>
      ))}
    </Section>
  )
}

/** A language's name in the reader's language; its tag when it has none. */
function languageName(locale: string, tag: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
