import { blocksOfPlainText } from '../../article/plain-text'
import type { Range } from '../../article/range'
import type { FoundAttribution } from '../attribution/find'
import { ENGLISH } from '../english/pack'
import type { Resolved } from '../pack'

type Spans = { s: Range[]; c: Range[]; k: Range[] }

/**
 * Reads a text with its statements marked: `{s1:A docker} {c1:said} {k1:the crane fell}`. The letters are
 * source, cue and content, the number is the statement; a statement may lack source and cue. Marks may nest.
 */
export function marked(written: string): { readonly text: string; readonly found: FoundAttribution[] } {
  const statements = new Map<string, Spans>()
  const open: { role: keyof Spans; number: string; start: number }[] = []
  let text = ''
  for (const [piece, role, number = ''] of written.matchAll(/\{([sck])(\d+):|\}|[^{}]+/g)) {
    if (role) {
      open.push({ role: role as keyof Spans, number, start: text.length })
    } else if (piece === '}') {
      const closed = open.pop()
      if (!closed) continue
      const spans = statements.get(closed.number) ?? { s: [], c: [], k: [] }
      spans[closed.role].push([closed.start, text.length])
      statements.set(closed.number, spans)
    } else {
      text += piece
    }
  }
  return { text, found: [...statements.values()].map((spans) => foundOf(text, spans)) }
}

function foundOf(text: string, { s, c, k }: Spans): FoundAttribution {
  const quoted = k.every(([start, end]) => /^[“"].*[”"]$/s.test(text.slice(start, end)))
  return {
    source: s.length > 0 ? s : null,
    cue: c.length > 0 ? c : null,
    content: k,
    directness: quoted ? 'direct' : 'indirect',
    rule: 'test',
  }
}

/** The sources of a marked text, with the text they are ranges of. */
export function resolvedSources(
  written: string,
  outlet: string | null = null,
): Resolved & { readonly text: string } {
  const { text, found } = marked(written)
  const dates = [...text.matchAll(ENGLISH.dates)].map((match) => ({
    words: match[0],
    range: [match.index, match.index + match[0].length] as Range,
  }))
  const story = blocksOfPlainText(text).map(({ range }) => range)
  return { text, ...ENGLISH.resolve({ text, story, standing: [], attributions: found, dates, outlet }) }
}
