import { FormattedMessage } from 'react-intl'
import type { ArticleListing } from '#domain/article/listing'
import { withVisibleControls } from '#domain/visible-controls'
import styles from './outlet-and-date.module.css'
import { ToldDate } from './ToldDate'

/** "The Lantern · 2 Mar 2024", each part only when it is told; when neither is, that is said. */
export function OutletAndDate({
  listing,
}: {
  readonly listing: Pick<ArticleListing, 'publisher' | 'published' | 'captures'>
}) {
  const { publisher, published, captures } = listing
  return (
    <p className={styles.line}>
      {publisher === null && published === null ? (
        <span>
          <FormattedMessage id="ui.no-outlet-no-date" />
        </span>
      ) : null}
      {publisher === null ? null : <span className={styles.outlet}>{withVisibleControls(publisher)}</span>}
      {published === null ? null : (
        <span className={styles.part}>
          <ToldDate iso={published} />
        </span>
      )}
      {captures > 1 ? (
        <span className={styles.part}>
          <FormattedMessage id="ui.captures" values={{ captures }} />
        </span>
      ) : null}
    </p>
  )
}
