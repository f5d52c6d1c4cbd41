import { useIntl } from 'react-intl'
import type { Capture } from '#domain/article/capture'
import { withVisibleControls } from '#domain/visible-controls'
import { IconButton } from '../../ui/IconButton'
import { instant } from '../../ui/told-date'
import { Row, Section } from './CreditRows'
import styles from './credits.module.css'
import { Unchanged } from './Unchanged'

type Props = {
  readonly capture: Capture
  readonly captures: readonly { readonly id: string; readonly importedAt: string; readonly sha256: string }[]
  readonly onCopy: (text: string) => void
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** The imported file itself: what a court or an archive would ask for. */
export function FileSection({ capture, captures, onCopy }: Props) {
  const intl = useIntl()
  const { original } = capture
  const label = (name: string) => intl.formatMessage({ id: `credits.file.${name}` })
  return (
    <Section title={intl.formatMessage({ id: 'credits.file' })}>
      <Row label={label('name')}>
        <span className={styles.address}>{withVisibleControls(original.fileName)}</span>
      </Row>
      {original.part === null ? null : (
        <Row label={label('part')}>
          <span className={styles.address}>{withVisibleControls(original.part)}</span>
        </Row>
      )}
      <Row label={label('type')}>
        {original.charset ? `${original.mediaType}, ${original.charset}` : original.mediaType}
      </Row>
      <Row label={label('size')}>
        <Size bytes={original.bytes} />
      </Row>
      <Row label={label('sha256')}>
        <span className={styles.hash}>
          <code>{original.sha256.match(/.{1,8}/g)?.join(' ')}</code>
          <IconButton
            icon="copy"
            label={intl.formatMessage({ id: 'credits.file.copyHash' })}
            onPress={() => onCopy(original.sha256)}
            size="small"
          />
        </span>
      </Row>
      <Row label={label('unchanged')}>
        <Unchanged captureId={capture.id} />
      </Row>
      <Row label={label('imported')}>{instant(intl, capture.importedAt, true)}</Row>
      <Row label={label('captures')}>
        {intl.formatMessage({ id: 'credits.file.captureCount' }, { count: captures.length })}
      </Row>
    </Section>
  )
}

function Size({ bytes }: { readonly bytes: number }) {
  const intl = useIntl()
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const rounded = intl.formatNumber(bytes / 1000 ** power, {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  })
  if (power === 0) return rounded
  return (
    <>
      {rounded}
      <span className={styles.from}>
        {intl.formatNumber(bytes, { style: 'unit', unit: 'byte', unitDisplay: 'long' })}
      </span>
    </>
  )
}
