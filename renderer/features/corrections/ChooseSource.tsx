import { useIntl } from 'react-intl'
import { withVisibleControls } from '#domain/visible-controls'
import { Dialog } from '../../ui/Dialog'
import { LaneMark } from '../../ui/LaneMark'
import styles from './choose-source.module.css'

/** A source as a choice among others. */
export type SourceChoice = {
  readonly id: string
  readonly label: string
  readonly name: string
  readonly lane: number
  readonly unnamed: boolean
}

export type ChooseSourceProps = {
  readonly title: string
  readonly hint: string
  readonly sources: readonly SourceChoice[]
  /** With it "nobody" is a choice too, in these words. */
  readonly nobody: string | null
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  /** Null: nobody. */
  readonly onChoose: (sourceId: string | null) => void
}

/** Asks for one of the article's sources. */
export function ChooseSource(props: ChooseSourceProps) {
  const intl = useIntl()
  const { sources, nobody, onChoose, onOpenChange } = props
  const choose = (id: string | null) => {
    onOpenChange(false)
    onChoose(id)
  }
  return (
    <Dialog isOpen={props.isOpen} onOpenChange={onOpenChange} size="small" title={props.title}>
      <p className={styles.hint}>{props.hint}</p>
      <ul aria-label={intl.formatMessage({ id: 'corrections.sources' })} className={styles.list}>
        {sources.map((source) => (
          <li key={source.id}>
            <button className={styles.choice} onClick={() => choose(source.id)} type="button">
              <LaneMark lane={source.lane} unnamed={source.unnamed} />
              <span className={styles.label}>{source.label}</span>
              <span className={styles.name}>{withVisibleControls(source.name)}</span>
            </button>
          </li>
        ))}
        {nobody === null ? null : (
          <li>
            <button className={styles.choice} onClick={() => choose(null)} type="button">
              <LaneMark lane={null} unnamed={false} />
              <span className={styles.label}>?</span>
              <span className={styles.name}>{nobody}</span>
            </button>
          </li>
        )}
      </ul>
    </Dialog>
  )
}
