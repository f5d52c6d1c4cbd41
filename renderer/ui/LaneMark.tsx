import { laneName } from './lane'
import styles from './lane-mark.module.css'

/** One shape a lane, so that lanes differ without colour. Drawn on 12 by 12. */
const SHAPES = [
  'M6 1.200a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.600Z',
  'M6 1 11 10.600H1Z',
  'M1.6 1.600h8.800v8.800H1.600Z',
  'M6 .6 11.4 6 6 11.4.6 6Z',
  'M1 1.400h10L6 11Z',
  'M6 .8l5.2 3.8-2 6.200H2.800l-2-6.200Z',
  'M4.2 1h3.600v3.200H11v3.600H7.800V11H4.200V7.800H1V4.200h3.200Z',
  'M3.4 1h5.200L11.4 6 8.6 11H3.400L.6 6Z',
] as const
const NO_SOURCE = 'M1.5 5h9v2h-9Z'

/** A source's mark: its lane's colour and shape; filled when the source is named, hollow when it is not. */
export function LaneMark({ lane, unnamed }: { readonly lane: number | null; readonly unnamed: boolean }) {
  const shape = lane === null ? NO_SOURCE : SHAPES[lane % SHAPES.length]
  return (
    <svg
      aria-hidden="true"
      className={styles.mark}
      data-lane={laneName(lane)}
      data-unnamed={unnamed || undefined}
      viewBox="-1 -1 14 14"
    >
      <path d={shape} strokeLinejoin="round" strokeWidth="1.6" />
    </svg>
  )
}
