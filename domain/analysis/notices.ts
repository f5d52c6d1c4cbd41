import type { Notice } from './findings'
import { groupRange, type Line } from './lines'
import { type Pack, reasonClassOf } from './pack'

/** Standing texts, one a line, with the ground for anonymity that they state. */
export function readNotices(
  lines: readonly Line[],
  isNotice: (index: number) => boolean,
  pack: Pack,
): Notice[] {
  return lines.flatMap((line, index) => {
    if (!isNotice(index)) return []
    const kind = pack.notices.find(({ pattern }) => pattern.test(line.words))?.kind ?? 'editors-note'
    const match = kind === 'anonymous-sources' ? pack.noticeReason.exec(line.words) : null
    const reason = match?.groups?.reason ?? null
    return [
      {
        kind,
        range: line.range,
        reason,
        reasonRange: match && groupRange(match, 'reason', line.range[0]),
        reasonClass: kind !== 'anonymous-sources' ? null : reason ? reasonClassOf(pack, reason) : 'not-given',
      },
    ]
  })
}
