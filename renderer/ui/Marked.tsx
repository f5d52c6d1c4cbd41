import type { Range } from '#domain/article/range'
import { withVisibleControls } from '#domain/visible-controls'
import styles from './marked.module.css'
import { pieces } from './pieces'

/** A text with ranges of it marked as found. It stands between other texts, so hidden controls in it are written out. */
export function Marked({ text, ranges }: { readonly text: string; readonly ranges: readonly Range[] }) {
  return pieces(text, ranges).map((piece) =>
    piece.marked ? (
      <mark className={styles.found} key={piece.at}>
        {withVisibleControls(piece.words)}
      </mark>
    ) : (
      withVisibleControls(piece.words)
    ),
  )
}
