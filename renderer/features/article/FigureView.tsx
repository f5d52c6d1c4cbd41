import { useIntl } from 'react-intl'
import type { Picture } from '#domain/analysis/findings'
import type { Capture } from '#domain/article/capture'
import { wordsAt } from '#domain/article/range'
import { Icon } from '../../ui/icons'
import { Spinner } from '../../ui/Spinner'
import { toldDate } from '../../ui/told-date'
import styles from './figure.module.css'
import type { PreparedBlock } from './prepared'
import { Segments } from './Segments'
import type { Lighting, Speakers } from './speakers'

/** What became of a picture's file: on its way, a blob address, not in the file that was imported, not decodable. */
export type PictureState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly url: string }
  | { readonly state: 'missing' }
  | { readonly state: 'failed' }

export type FigureViewProps = {
  readonly capture: Capture
  readonly picture: Picture | null
  readonly file: PictureState
  readonly blocks: readonly PreparedBlock[]
  readonly speakers: Speakers
  readonly lighting: Lighting
  readonly onUndecodable: () => void
}

/** A picture with its caption and credit beneath. One that the file lacks is a stated gap. */
export function FigureView({ capture, picture, file, blocks, ...rest }: FigureViewProps) {
  const intl = useIntl()
  const isAlt = (block: PreparedBlock) => {
    const range = capture.blocks[block.index]?.range
    const words = range && wordsAt(capture.text, range).trim()
    return picture?.alt != null && words === picture.alt.trim() && words !== picture.caption?.trim()
  }
  const alts = blocks.filter(isAlt)
  const captions = blocks.filter((block) => !isAlt(block))
  return (
    <figure className={styles.figure}>
      <PictureFrame alt={picture?.alt ?? null} file={file} onUndecodable={rest.onUndecodable} />
      <figcaption className={styles.caption}>
        {captions.map((block) => (
          <FigureText {...rest} block={block} key={block.index} text={capture.text} />
        ))}
        {picture === null ? null : <PictureFacts picture={picture} />}
        {alts.map((block) => (
          <div className={styles.alt} key={block.index}>
            <span className={styles.altLabel}>{intl.formatMessage({ id: 'article.picture.alt' })}</span>
            <FigureText {...rest} block={block} text={capture.text} />
          </div>
        ))}
      </figcaption>
    </figure>
  )
}

function FigureText(props: {
  readonly block: PreparedBlock
  readonly text: string
  readonly speakers: Speakers
  readonly lighting: Lighting
}) {
  const { block, text, speakers, lighting } = props
  return (
    <div className={styles.text} data-block={block.index} id={`block-${block.index}`} tabIndex={-1}>
      <Segments lighting={lighting} segments={block.segments} speakers={speakers} text={text} />
    </div>
  )
}

function PictureFrame(props: {
  readonly alt: string | null
  readonly file: PictureState
  readonly onUndecodable: () => void
}) {
  const intl = useIntl()
  const { file } = props
  if (file.state === 'ready') {
    const alt = props.alt ?? intl.formatMessage({ id: 'article.picture.noAlt' })
    return <img alt={alt} className={styles.image} onError={props.onUndecodable} src={file.url} />
  }
  if (file.state === 'loading') {
    return (
      <div className={styles.gap}>
        <Spinner label={intl.formatMessage({ id: 'article.picture.loading' })} />
      </div>
    )
  }
  return (
    <div className={styles.gap} data-state={file.state}>
      <Icon name="picture" />
      <span>
        {intl.formatMessage({
          id: file.state === 'missing' ? 'article.picture.missing' : 'article.picture.failed',
        })}
      </span>
    </div>
  )
}

/** What the article tells of the picture, in one quiet line: credit, photographer, file photo, date, place. */
function PictureFacts({ picture }: { readonly picture: Picture }) {
  const intl = useIntl()
  const facts = [
    picture.credit && intl.formatMessage({ id: 'article.picture.credit' }, { credit: picture.credit }),
    picture.photographer &&
      picture.photographer !== picture.credit &&
      intl.formatMessage({ id: 'article.picture.photographer' }, { name: picture.photographer }),
    picture.filePhoto && intl.formatMessage({ id: 'article.picture.filePhoto' }),
    picture.date && toldDate(intl, picture.date),
    picture.place,
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '')
  return (
    <p className={styles.facts}>
      {(facts.length > 0 ? facts : [intl.formatMessage({ id: 'article.picture.noCredit' })]).map((fact) => (
        <span className={styles.fact} key={fact}>
          {fact}
        </span>
      ))}
    </p>
  )
}
