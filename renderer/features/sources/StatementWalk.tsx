import { useIntl } from 'react-intl'
import type { Attribution } from '#domain/analysis/findings'
import type { Range } from '#domain/article/range'
import { withVisibleControls } from '#domain/visible-controls'
import { IconButton } from '../../ui/IconButton'
import { neighbour, wordsOf } from './source-entry'
import styles from './statement-walk.module.css'

export type StatementWalkProps = {
  readonly statements: readonly Attribution[]
  readonly statementId: string | null
  readonly text: string
  readonly onStatement: (statementId: string) => void
  readonly onShow: (range: Range) => void
}

/** Shorter than a paragraph, long enough to know it again, in characters. */
const EXCERPT = 150
/** More statements than this are walked, not listed. */
const LISTED = 12

/** A source's statements: how many, the list of them, and a way from one to the next. */
export function StatementWalk(props: StatementWalkProps) {
  const intl = useIntl()
  const { statements, statementId, onStatement } = props
  if (statements.length === 0) {
    return <p className={styles.none}>{intl.formatMessage({ id: 'sources.statements.none' })}</p>
  }
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
          <IconButton
            icon="chevron-left"
            label={intl.formatMessage({ id: 'sources.statements.previous' })}
            onPress={() => go(-1)}
            shortcut="p"
            size="small"
          />
          <span aria-live="polite" className={styles.position}>
            {intl.formatMessage(
              { id: 'sources.statements.position' },
              { number: at < 0 ? '–' : at + 1, total: statements.length },
            )}
          </span>
          <IconButton
            icon="chevron-right"
            label={intl.formatMessage({ id: 'sources.statements.next' })}
            onPress={() => go(1)}
            shortcut="n"
            size="small"
          />
        </span>
      </div>
      <ol className={styles.list}>
        {listed(statements, at).map((statement) => (
          <Statement {...props} key={statement.id} statement={statement} />
        ))}
      </ol>
    </div>
  )
}

/** The statements to list: all, or those around the current one. */
function listed(statements: readonly Attribution[], at: number): readonly Attribution[] {
  if (statements.length <= LISTED) return statements
  const from = Math.max(0, Math.min(at - LISTED / 2, statements.length - LISTED))
  return statements.slice(from, from + LISTED)
}

function Statement(props: StatementWalkProps & { readonly statement: Attribution }) {
  const intl = useIntl()
  const { statement, statementId, text, onStatement } = props
  const words = excerpt(wordsOf(text, statement.content))
  return (
    <li>
      <button
        aria-current={statement.id === statementId || undefined}
        className={styles.statement}
        data-directness={statement.sourceId === null ? 'unsourced' : statement.directness}
        onClick={() => onStatement(statement.id)}
        type="button"
      >
        <span className={styles.words}>{words}</span>
        <span className={styles.how}>
          {intl.formatMessage({ id: `sources.directness.${statement.directness}` })}
          {statement.cue ? (
            <span className={styles.cue}>
              {intl.formatMessage(
                { id: 'sources.cue' },
                { words: withVisibleControls(wordsOf(text, statement.cue)) },
              )}
            </span>
          ) : null}
        </span>
      </button>
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
