import type { Range } from '../article/range'
import type { Attribution } from './findings'

type Spans = Pick<Attribution, 'source' | 'cue' | 'content'>

/**
 * Which attributions stand inside the content of another: a source that is itself quoting. Such are shown, but
 * the article does not rely on them, so they make no source card and no statement of the summary. Attributions
 * are in text order; the pass is linear but for those that truly overlap.
 */
export function nestedFlags(attributions: readonly Spans[]): boolean[] {
  const flags = attributions.map(() => false)
  const contents = attributions
    .flatMap((one, owner) => one.content.map((range) => ({ range, owner })))
    .sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])
  const marks = attributions
    .map((one, owner) => ({ at: anchorOf(one), owner }))
    .sort((a, b) => a.at[0] - b.at[0])
  let open: { range: Range; owner: number }[] = []
  let next = 0
  for (const { at, owner } of marks) {
    for (let content = contents[next]; content && content.range[0] <= at[0]; content = contents[next]) {
      open.push(content)
      next += 1
    }
    open = open.filter(({ range }) => range[1] >= at[1])
    if (open.some((one) => one.owner !== owner && one.range[0] <= at[0] && size(one.range) > size(at)))
      flags[owner] = true
  }
  return flags
}

/** What must lie inside another content for the whole to be nested: the cue, else the content itself. */
function anchorOf({ cue, content }: Spans): Range {
  return cue?.[0] ?? content[0] ?? [0, 0]
}

function size([start, end]: Range): number {
  return end - start
}
