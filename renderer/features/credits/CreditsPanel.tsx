import { useIntl } from 'react-intl'
import type { Credit } from '#domain/analysis/findings'
import type { Capture } from '#domain/article/capture'
import { type Range, wordsAt } from '#domain/article/range'
import { isNoPicture } from '#domain/corrections/no-picture'
import { withVisibleControls } from '#domain/visible-controls'
import { ReadFrom, Row, Section } from './CreditRows'
import { type CreditGroup, creditGroups, lacksByline, pictureCredits } from './credit-groups'
import type { CreditTools } from './credit-tools'
import styles from './credits.module.css'
import { FactsSection } from './FactsSection'
import { FileSection } from './FileSection'
import { PictureFileFacts } from './PictureFileFacts'

export type CreditsPanelProps = {
  readonly capture: Capture
  readonly captures: readonly { readonly id: string; readonly importedAt: string; readonly sha256: string }[]
  readonly onShow: (range: Range) => void
  readonly onLink: (address: string) => void
  readonly onCopy: (text: string) => void
  readonly tools: CreditTools
}

/** Who made the article, what it says of itself, and which file it came from. */
export function CreditsPanel(props: CreditsPanelProps) {
  const intl = useIntl()
  const { capture, onShow, tools } = props
  const { analysis } = capture
  return (
    <div className={styles.panel}>
      <Section foot={tools.addCredit} title={intl.formatMessage({ id: 'credits.article' })}>
        <Byline capture={capture} onShow={onShow} tools={tools} />
        {creditGroups(analysis).map((group) => (
          <Group capture={capture} group={group} key={group.role} onShow={onShow} tools={tools} />
        ))}
      </Section>
      {analysis.pictures.length === 0 ? null : <Pictures capture={capture} onShow={onShow} tools={tools} />}
      <FactsSection capture={capture} onLink={props.onLink} onShow={onShow} tools={tools} />
      <FileSection captures={props.captures} capture={capture} onCopy={props.onCopy} />
      {tools.list}
    </div>
  )
}

type Placed = {
  readonly capture: Capture
  readonly onShow: (range: Range) => void
  readonly tools: CreditTools
}

/** The byline word for word; an article without one says so. */
function Byline({ capture, onShow, tools }: Placed) {
  const intl = useIntl()
  const { analysis } = capture
  const label = intl.formatMessage({ id: 'credits.byline' })
  if (lacksByline(analysis)) {
    return (
      <Row isTold={false} label={label}>
        {tools.fact('byline', intl.formatMessage({ id: 'credits.noByline' }))}
      </Row>
    )
  }
  if (analysis.byline === null) return null
  const { words, range } = analysis.byline
  return (
    <Row label={label}>{tools.fact('byline', <ReadFrom onShow={onShow} range={range} words={words} />)}</Row>
  )
}

function Group({ capture, group, onShow, tools }: Placed & { readonly group: CreditGroup }) {
  const intl = useIntl()
  return (
    <Row label={intl.formatMessage({ id: `credits.role.${group.role}` }, { count: group.credits.length })}>
      {group.credits.map((credit) => (
        <CreditLine
          capture={capture}
          credit={credit}
          key={`${credit.name}${credit.range?.[0]}`}
          onShow={onShow}
          tools={tools}
        />
      ))}
    </Row>
  )
}

/** A name, and under it the words it was read from. */
function CreditLine({ capture, credit, onShow, tools }: Placed & { readonly credit: Credit }) {
  const intl = useIntl()
  const line = credit.lineRange ?? credit.range
  return (
    <div className={styles.credit}>
      {tools.credit(credit, <span className={styles.name}>{withVisibleControls(credit.name)}</span>)}
      {line === null ? (
        tools.isReaders(credit) ? null : (
          <span className={styles.from}>{intl.formatMessage({ id: 'credits.fromMetadata' })}</span>
        )
      ) : (
        <ReadFrom onShow={onShow} range={line} words={wordsAt(capture.text, line)} />
      )}
    </div>
  )
}

/** What is told of each picture: caption, credit, photographer, and what is not. */
function Pictures({ capture, onShow, tools }: Placed) {
  const intl = useIntl()
  const { pictures } = capture.analysis
  return pictures.map((picture, index) => {
    // One that the reader says is none keeps its number and shows nothing.
    if (isNoPicture(picture)) return null
    const credits = pictureCredits(capture.analysis, index)
    const title = intl.formatMessage({ id: 'credits.picture' }, { number: index + 1, total: pictures.length })
    return (
      <Section key={`${picture.range?.[0]}-${picture.src}`} title={title} tool={tools.picture(index)}>
        {credits.length === 0 ? (
          <Row
            isTold={picture.credit !== null}
            label={intl.formatMessage({ id: 'credits.role.picture-credit' }, { count: 1 })}
          >
            {picture.credit ?? intl.formatMessage({ id: 'credits.notTold' })}
          </Row>
        ) : (
          credits.map((group) => (
            <Group capture={capture} group={group} key={group.role} onShow={onShow} tools={tools} />
          ))
        )}
        {picture.caption === null ? null : (
          <Row label={intl.formatMessage({ id: 'credits.caption' })}>
            <ReadFrom onShow={onShow} range={picture.range} words={picture.caption} />
          </Row>
        )}
        {picture.alt === null ? null : (
          <Row label={intl.formatMessage({ id: 'credits.alt' })}>{withVisibleControls(picture.alt)}</Row>
        )}
        {picture.filePhoto ? (
          <Row label={intl.formatMessage({ id: 'credits.kind' })}>
            {intl.formatMessage({ id: 'credits.filePhoto' })}
          </Row>
        ) : null}
        {picture.fileFacts === undefined ? null : <PictureFileFacts facts={picture.fileFacts} />}
      </Section>
    )
  })
}
