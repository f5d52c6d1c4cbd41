import { useIntl } from 'react-intl'
import type { Attribution } from '#domain/analysis/findings'
import type { Range } from '#domain/article/range'
import { withVisibleControls } from '#domain/visible-controls'
import { PlainButton } from '../../ui/PlainButton'
import { neighbour, wordsOf } from './source-entry'
import type { SourceTools } from './source-tools'
import styles from './statement-walk.module.css'

export type StatementWalkProps = {
  readonly statements: readonly Attribution[]
  readonly statementId: string | null
  readonly text: string
  readonly isSelected: boolean
  readonly onStatement: (statementId: string) => void
  readonly onShow: (range: Range) => void
  readonly tools: SourceTools
}

/** Shorter than a paragraph, long enough to know it again, in characters. */
const EXCERPT = 150
/** Statements listed at a card at rest, and at the chosen one; the others are walked to. */
const LISTED = { atRest: 3, chosen: 12 } as const

/** A source's statements: how many, the list of them, and a way from one to the next. */
export function StatementWalk(props: StatementWalkProps) {
  const intl = useIntl()
  const { statements, statementId, onStatement } = props
  if (statements.length === 0) {
    return <p className={styles.none}>{intl.formatMessage({ id: 'sources.statements.none' })}</p>
  }
  const shown = listed(statements, statementId, props.isSelected ? LISTED.chosen : LISTED.atRest)
  const more = statements.length - shown.length
  const at = statements.findIndex((statement) => statement.id === statementId)
  const go = (step: 1 | -1) => {
    const next = neighbour(statements, statementId, step)
    if (next !== null) onStatement(next.id)
  }
  return (
    <div className={styles.walk}>
      <div className={styles.bar}>
        <span className={styles.count}>
          {intl.formatMessage({ id: 'sources.statements' }, { count: statements.length })}
        </span>
        <span className={styles.steps}>
          <PlainButton
            aria-label={intl.formatMessage({ id: 'sources.statements.previous' })}
            icon="chevron-left"
            iconOnly
            onClick={() => go(-1)}
            size="small"
            title={intl.formatMessage({ id: 'sources.statements.previous.hint' })}
            variant="quiet"
          />
          <span aria-live="polite" className={styles.position}>
            {intl.formatMessage(
              { id: 'sources.statements.position' },
              { number: at < 0 ? '–' : at + 1, total: statements.length },
            )}
          </span>
          <PlainButton
            aria-label={intl.formatMessage({ id: 'sources.statements.next' })}
            icon="chevron-right"
            iconOnly
            onClick={() => go(1)}
            size="small"
            title={intl.formatMessage({ id: 'sources.statements.next.hint' })}
            variant="quiet"
          />
        </span>
      </div>
      <ol className={styles.list}>
        {shown.map((statement) => (
          <Statement {...props} key={statement.id} statement={statement} />
        ))}
      </ol>
      {more > 0 ? (
        <p className={styles.more}>
          {intl.formatMessage({ id: 'sources.statements.more' }, { count: more })}
        </p>
      ) : null}
    </div>
  )
}

/** The statements to list: all when they are few, else those round the current one. */
function listed(
  statements: readonly Attribution[],
  current: string | null,
  most: number,
): readonly Attribution[] {
  if (statements.length <= most) return statements
  const at = Math.max(
    0,
    statements.findIndex((statement) => statement.id === current),
  )
  const from = Math.max(0, Math.min(at - Math.floor(most / 2), statements.length - most))
  return statements.slice(from, from + most)
}

function Statement(props: StatementWalkProps & { readonly statement: Attribution }) {
  const intl = useIntl()
  const { statement, statementId, text, onStatement } = props
  const words = excerpt(wordsOf(text, statement.content))
  // On a source's own card its name stands above; elsewhere the words that the article ascribes it to stand here.
  const spoken = [statement.sourceId === null ? statement.source : null, statement.cue]
    .flatMap((ranges) => (ranges === null ? [] : [withVisibleControls(wordsOf(text, ranges))]))
    .join(' ')
  return (
    <li className={styles.item}>
      <button
        aria-current={statement.id === statementId || undefined}
        className={styles.statement}
        data-directness={statement.source === null ? 'unsourced' : statement.directness}
        onClick={() => onStatement(statement.id)}
        type="button"
      >
        <span className={styles.words}>{words}</span>
        <span className={styles.how}>
          <span className={styles.directness}>
            {intl.formatMessage({ id: `sources.directness.${statement.directness}` })}
          </span>
          {spoken === '' ? null : (
            <span className={styles.cue}>{intl.formatMessage({ id: 'sources.cue' }, { words: spoken })}</span>
          )}
        </span>
      </button>
      {props.isSelected ? props.tools.statementMenu(statement) : null}
    </li>
  )
}

function excerpt(words: string): string {
  const line = withVisibleControls(words).trim()
  if (line.length <= EXCERPT) return line
  const cut = line.slice(0, EXCERPT)
  const blank = cut.lastIndexOf(' ')
  return `${cut.slice(0, blank > EXCERPT / 2 ? blank : EXCERPT)}…`
}
