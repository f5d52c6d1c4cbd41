import type { Range } from '#domain/article/range'
import styles from './marked.module.css'
import { pieces } from './pieces'

/** A text with ranges of it marked as found. */
export function Marked({ text, ranges }: { readonly text: string; readonly ranges: readonly Range[] }) {
  return pieces(text, ranges).map((piece) =>
    piece.marked ? (
      <mark className={styles.found} key={piece.at}>
        {piece.words}
      </mark>
    ) : (
      piece.words
    ),
  )
}
