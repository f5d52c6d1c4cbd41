import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { FailureCode } from '#domain/failure'
import { withVisibleControls } from '#domain/visible-controls'
import { useFailureSentence } from '../../client/failure'
import { Tag } from '../../ui/Tag'
import { useCssVariables } from '../../ui/use-css-variables'
import styles from './file-outcomes.module.css'
import {
  baseName,
  type ImportReport,
  type OutcomeFilter,
  type OutcomeRow,
  type ReportedFile,
  wayApart,
} from './import-report'

/** Height of a usual row, in px; a reason is higher, and measured. */
const ROW_HEIGHT = 32
const TONES = {
  imported: 'success',
  'new-capture': 'accent',
  'already-there': 'plain',
} as const

/** Every file of the import, refused ones first by their reasons; only what is seen is drawn. */
export function FileOutcomes(props: {
  readonly report: ImportReport
  readonly filter: OutcomeFilter
  readonly onOpenArticle: (articleId: string) => void
  /** True when it has become an article of its own. */
  readonly onSetApart: (file: ReportedFile) => Promise<boolean>
}) {
  const { filter, onSetApart } = props
  const { outcomes } = props.report
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLUListElement>(null)
  const virtualizer = useVirtualizer({
    count: outcomes.count(filter),
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => keyOf(outcomes.row(index, filter)) ?? index,
    getScrollElement: () => scroller.current,
    overscan: 10,
  })
  useCssVariables(canvas, { '--total': `${virtualizer.getTotalSize()}px` })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className={styles.scroller} ref={scroller} tabIndex={0}>
      <ul className={styles.list} ref={canvas}>
        {virtualizer.getVirtualItems().map((row) => {
          const shown = outcomes.row(row.index, filter)
          return shown === undefined ? null : (
            <Row index={row.index} key={row.key} measure={virtualizer.measureElement} start={row.start}>
              {shown.kind === 'reason' ? (
                <Reason code={shown.code} files={shown.files} />
              ) : (
                <FileRow file={shown.file} onOpenArticle={props.onOpenArticle} onSetApart={onSetApart} />
              )}
            </Row>
          )
        })}
      </ul>
    </div>
  )
}

/** What a row is known by while others come before it; undefined for none. */
function keyOf(row: OutcomeRow | undefined): string | number | undefined {
  return row?.kind === 'reason' ? row.code : row?.file.at
}

/** A row at its place, whose height is measured. */
function Row(props: {
  readonly index: number
  readonly start: number
  readonly measure: (element: HTMLLIElement | null) => void
  readonly children: ReactNode
}) {
  const element = useRef<HTMLLIElement>(null)
  useCssVariables(element, { '--start': `${props.start}px` })
  return (
    <li
      className={styles.row}
      data-index={props.index}
      ref={(node) => {
        element.current = node
        props.measure(node)
      }}
    >
      {props.children}
    </li>
  )
}

/** Why the files below it were refused, told once for all of them. */
function Reason({ code, files }: { readonly code: FailureCode; readonly files: number }) {
  const spoken = useFailureSentence()
  return (
    <p className={styles.reason}>
      <span className={styles.how}>
        <FormattedMessage id="import-panel.refused-files" values={{ files }} />
      </span>
      {spoken({ code })}
    </p>
  )
}

function FileRow(props: {
  readonly file: ReportedFile
  readonly onOpenArticle: (articleId: string) => void
  readonly onSetApart: (file: ReportedFile) => Promise<boolean>
}) {
  const { file, onOpenArticle } = props
  const { articleId } = file
  const name = withVisibleControls(
    file.part === null ? baseName(file.file) : `${baseName(file.file)} › ${file.part}`,
  )
  return (
    <>
      {articleId === null ? (
        <span className={styles.name} title={withVisibleControls(file.file)}>
          {name}
        </span>
      ) : (
        <button
          className={styles.name}
          onClick={() => onOpenArticle(articleId)}
          title={withVisibleControls(file.file)}
          type="button"
        >
          {name}
        </button>
      )}
      <Outcome outcome={file.outcome} />
      <SetApart file={file} name={name} onSetApart={props.onSetApart} />
    </>
  )
}

/** What became of a file; of a refused one the reason above it tells. */
function Outcome({ outcome }: Pick<ReportedFile, 'outcome'>) {
  if (outcome === 'refused') return null
  return (
    <FormattedMessage id={`import-panel.${outcome}-one`}>
      {(words) => <Tag tone={TONES[outcome]}>{words.join('')}</Tag>}
    </FormattedMessage>
  )
}

/** Offers to make what was taken for something known an article of its own. */
function SetApart(props: {
  readonly file: ReportedFile
  readonly name: string
  readonly onSetApart: (file: ReportedFile) => Promise<boolean>
}) {
  const intl = useIntl()
  const [isDone, setDone] = useState(false)
  if (isDone || wayApart(props.file) === null) return null
  return (
    <button
      aria-label={intl.formatMessage({ id: 'import-panel.set-apart-of' }, { name: props.name })}
      className={styles.apart}
      onClick={async () => setDone(await props.onSetApart(props.file))}
      type="button"
    >
      <FormattedMessage id="import-panel.set-apart" />
    </button>
  )
}
