import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { ExportPlan } from '#contract/exporting'
import { withVisibleControls } from '#domain/visible-controls'
import styles from './export.module.css'

/** More text than this many characters of one file is not drawn: the file itself is whole all the same. */
const SHOWN = 200_000
/** More file names than this are counted instead of listed. */
const LISTED = 200

/** Exactly what will be written, file by file: no rendering, the very text. */
export function PlanPreview({ plan }: { readonly plan: ExportPlan }) {
  const intl = useIntl()
  const [chosen, setChosen] = useState(0)
  const file = plan.files[chosen] ?? plan.files[0]
  if (file === undefined) return <p className={styles.hint}>{intl.formatMessage({ id: 'export.nothing' })}</p>
  const rest = plan.files.length - LISTED
  return (
    <div className={styles.plan} data-many={plan.files.length > 1 || undefined}>
      {plan.files.length > 1 ? (
        <ul aria-label={intl.formatMessage({ id: 'export.files' })} className={styles.files}>
          {plan.files.slice(0, LISTED).map((each, index) => (
            <li key={each.name}>
              <button
                aria-current={index === chosen || undefined}
                className={styles.file}
                onClick={() => setChosen(index)}
                type="button"
              >
                {withVisibleControls(each.name)}
              </button>
            </li>
          ))}
          {rest > 0 ? (
            <li className={styles.hint}>{intl.formatMessage({ id: 'export.more' }, { count: rest })}</li>
          ) : null}
        </ul>
      ) : null}
      <div className={styles.preview}>
        <p className={styles.fileLine}>
          <span className={styles.fileName}>{withVisibleControls(file.name)}</span>
          <span className={styles.hint}>
            {intl.formatMessage({ id: 'export.bytes' }, { bytes: file.bytes })}
          </span>
        </p>
        <section
          aria-label={intl.formatMessage({ id: 'export.preview' }, { name: file.name })}
          className={styles.text}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
          tabIndex={0}
        >
          <pre>{file.text.slice(0, SHOWN)}</pre>
          {file.text.length > SHOWN ? (
            <p className={styles.hint}>{intl.formatMessage({ id: 'export.cut' }, { shown: SHOWN })}</p>
          ) : null}
        </section>
      </div>
    </div>
  )
}
