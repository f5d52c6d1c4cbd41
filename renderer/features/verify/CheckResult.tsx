import { FormattedMessage, useIntl } from 'react-intl'
import type { Damage, VerifyReport } from '#contract/verifying'
import { withVisibleControls } from '#domain/visible-controls'
import { Icon } from '../../ui/icons'
import { spacedMark } from './spaced-mark'
import styles from './verify.module.css'

type Props = { readonly report: VerifyReport; readonly onOpenArticle: (articleId: string) => void }

/** What a check found: that all is well, or each damaged thing by name and what can be done. */
export function CheckResult({ report, onOpenArticle }: Props) {
  const intl = useIntl()
  const { damages, damageCount, journal } = report
  const more = damageCount - damages.length
  return (
    <div className={styles.stage}>
      <p className={report.whole ? styles.well : styles.bad} role="status">
        <Icon name={report.whole ? 'check' : 'warning'} />
        <FormattedMessage
          id={report.whole ? 'verify.whole' : 'verify.damaged'}
          values={{ count: damageCount }}
        />
      </p>
      {report.whole ? null : (
        <>
          <p>
            <FormattedMessage id={isMendable(damages) ? 'verify.only-derived' : 'verify.what-now'} />
          </p>
          <ul
            aria-label={intl.formatMessage({ id: 'verify.damage-list' })}
            className={styles.list}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is moved by its keys
            tabIndex={0}
          >
            {damages.map((damage, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and two damages may be alike
              <DamageRow damage={damage} key={index} onOpenArticle={onOpenArticle} />
            ))}
          </ul>
          {more > 0 ? <FormattedMessage id="verify.more" values={{ count: more }} /> : null}
        </>
      )}
      <dl className={styles.facts}>
        <Fact label="verify.looked-at">
          <FormattedMessage
            id="verify.counts"
            values={{ articles: report.articles, captures: report.captures, notes: report.notes }}
          />
        </Fact>
        <Fact label="verify.journal">
          <FormattedMessage id="verify.journal-lines" values={{ count: journal.entries }} />{' '}
          <code className={styles.mark}>{spacedMark(journal.mark)}</code>
        </Fact>
      </dl>
      <p className={styles.hint}>
        <FormattedMessage id="verify.mark-why" />
      </p>
      {report.headerMended ? (
        <p className={styles.hint}>
          <FormattedMessage id="verify.header-mended" />
        </p>
      ) : null}
      {report.indexCompared || !report.whole ? null : (
        <p className={styles.hint}>
          <FormattedMessage id="verify.not-compared" />
        </p>
      )}
    </div>
  )
}

/** List and index follow from the articles: nothing of the reader's is damaged. */
function isMendable(damages: readonly Damage[]): boolean {
  return damages.every(({ kind }) => kind === 'list' || kind === 'index')
}

function Fact(props: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>
        <FormattedMessage id={props.label} />
      </dt>
      <dd>{props.children}</dd>
    </div>
  )
}

function DamageRow({ damage, onOpenArticle }: { readonly damage: Damage } & Pick<Props, 'onOpenArticle'>) {
  const { kind, title, articleId, noteId, captureId, count } = damage
  const id = noteId ?? captureId ?? articleId
  return (
    <li className={styles.item}>
      <FormattedMessage id={`verify.kind-${kind}`} values={{ count }} />
      {title === null ? (
        id === null ? null : (
          <code className={styles.id}>{id}</code>
        )
      ) : articleId === null ? (
        <span className={styles.title}>{withVisibleControls(title)}</span>
      ) : (
        <button className={styles.title} onClick={() => onOpenArticle(articleId)} type="button">
          {withVisibleControls(title)}
        </button>
      )}
    </li>
  )
}
