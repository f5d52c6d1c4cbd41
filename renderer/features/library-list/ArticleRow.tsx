import { memo } from 'react'
import { FormattedMessage } from 'react-intl'
import type { ArticleListing } from '#domain/article/listing'
import { withVisibleControls } from '#domain/visible-controls'
import { Icon } from '../../ui/icons'
import { MiniStrip } from '../../ui/MiniStrip'
import { OutletAndDate } from '../../ui/OutletAndDate'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import styles from './article-row.module.css'

/**
 * One article in the list: title, outlet and date, its sources as a strip and as "named + unnamed", notes. Drawn anew
 * only when the listing is another one: scrolling renders the list at every frame.
 */
export const ArticleRow = memo(function ArticleRow({ listing }: { readonly listing: ArticleListing }) {
  const { namedSources: named, unnamedSources: unnamed, notes } = listing
  return (
    <div className={styles.row} lang={listing.language ?? undefined}>
      <p className={styles.title} data-stand-in={listing.standIn || undefined}>
        {withVisibleControls(listing.title)}
      </p>
      {listing.standIn ? (
        <p className={styles.note}>
          <FormattedMessage id="library-list.no-headline" />
        </p>
      ) : null}
      <OutletAndDate listing={listing} />
      <div className={styles.figures}>
        <div className={styles.strip}>
          <MiniStrip strip={listing.strip} />
        </div>
        <span className={styles.figure}>
          <span aria-hidden="true">
            <Icon name="people" />
            {named}+{unnamed}
          </span>
          <VisuallyHidden>
            <FormattedMessage id="library-list.sources" values={{ named, unnamed }} />
          </VisuallyHidden>
        </span>
        {notes > 0 ? (
          <span className={styles.figure}>
            <span aria-hidden="true">
              <Icon name="note" />
              {notes}
            </span>
            <VisuallyHidden>
              <FormattedMessage id="library-list.notes" values={{ notes }} />
            </VisuallyHidden>
          </span>
        ) : null}
      </div>
    </div>
  )
})
