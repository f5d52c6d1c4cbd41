import type { StripBand } from '#domain/article/listing'
import { laneName } from './lane'
import styles from './mini-strip.module.css'

/**
 * The whole article as one line, a band for each statement in its source's colour. Named sources stand above the
 * line, unnamed ones hang below it, statements without a source lie on it: so it can be read without colour.
 */
export function MiniStrip({ strip }: { readonly strip: readonly StripBand[] }) {
  return (
    <svg aria-hidden="true" className={styles.strip} preserveAspectRatio="none" viewBox="0 0 1000 12">
      <rect className={styles.line} height="1" width="1000" x="0" y="5.5" />
      {strip.map((band) => (
        <rect
          className={styles.band}
          data-lane={laneName(band.lane)}
          height={band.lane === null ? 3 : 6}
          key={band.attributionId}
          width={Math.max(4, band.to - band.from)}
          x={band.from}
          y={band.lane === null ? 4.5 : band.unnamed ? 6 : 0}
        />
      ))}
    </svg>
  )
}
