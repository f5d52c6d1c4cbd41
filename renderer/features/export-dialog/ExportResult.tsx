import { useIntl } from 'react-intl'
import type { ExportManifest } from '#contract/exporting'
import { withVisibleControls } from '#domain/visible-controls'
import { Icon } from '../../ui/icons'
import styles from './export.module.css'

/** What left the vault: each file with its size and hash, and the entry of the journal that keeps the list. */
export function ExportResult({ manifest }: { readonly manifest: ExportManifest }) {
  const intl = useIntl()
  return (
    <div className={styles.result}>
      <p className={styles.done} role="status">
        <Icon name="check" />
        {intl.formatMessage({ id: 'export.done' }, { count: manifest.files.length })}
      </p>
      <ul aria-label={intl.formatMessage({ id: 'export.files' })} className={styles.manifest}>
        {manifest.files.map((file) => (
          <li className={styles.written} key={file.name}>
            <span className={styles.fileName}>{withVisibleControls(file.name)}</span>
            <span className={styles.hint}>
              {intl.formatMessage({ id: 'export.bytes' }, { bytes: file.bytes })}
            </span>
            <code className={styles.hash}>{file.sha256}</code>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        {intl.formatMessage({ id: 'export.journal' }, { id: manifest.journalId })}
      </p>
      <p className={styles.hint}>{intl.formatMessage({ id: 'export.promise' })}</p>
    </div>
  )
}
