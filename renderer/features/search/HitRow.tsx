import { memo } from 'react'
import { FormattedMessage } from 'react-intl'
import type { SearchHit } from '#contract/searching'
import { withVisibleControls } from '#domain/visible-controls'
import { Marked } from '../../ui/Marked'
import { OutletAndDate } from '../../ui/OutletAndDate'
import { Tag } from '../../ui/Tag'
import styles from './hit-row.module.css'

/** One article that answers: title, the passage with the words marked, and where else they stand. */
export const HitRow = memo(function HitRow({ hit }: { readonly hit: SearchHit }) {
  const { listing } = hit
  const elsewhere = hit.foundIn.filter((place) => place !== 'text')
  return (
    <div className={styles.row} lang={listing.language ?? undefined}>
      <p className={styles.title} data-stand-in={listing.standIn || undefined}>
        {withVisibleControls(listing.title)}
      </p>
      <OutletAndDate listing={listing} />
      {hit.snippet === '' ? null : (
        <p className={styles.snippet}>
          <Marked ranges={hit.snippetRanges} text={hit.snippet} />
        </p>
      )}
      {elsewhere.length > 0 ? (
        <p className={styles.places}>
          {elsewhere.map((place) => (
            <FormattedMessage id={`search.in-${place}`} key={place}>
              {(words) => <Tag>{words.join('')}</Tag>}
            </FormattedMessage>
          ))}
        </p>
      ) : null}
    </div>
  )
})
