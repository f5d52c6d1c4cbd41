import type { Reading } from '../article/capture'
import type { Range } from '../article/range'
import type { LineKind } from './block-roles'
import { creditOf } from './captions'
import { resolveDates } from './dates'
import type { Credit, Picture } from './findings'
import { groupRange, type Line } from './lines'
import type { Pack } from './pack'

/** The pictures of a reading in order, and the credits that their captions tell. */
export type ReadPictures = { readonly pictures: readonly Picture[]; readonly credits: readonly Credit[] }

/** Lines of one picture. */
type Frame = {
  readonly alt: string | null
  readonly altRange: Range | null
  readonly caption: string | null
  readonly captionRange: Range | null
  readonly src: string | null
}

/**
 * Reads pictures from the format (an image with its caption) and from running text (an alternative text and a
 * caption as lines of their own).
 */
export function readPictures(
  reading: Reading,
  lines: readonly Line[],
  kinds: readonly LineKind[],
  pack: Pack | null,
): ReadPictures {
  const frames = [...framesOfFormat(reading), ...framesOfLines(reading, lines, kinds)]
  const credits: Credit[] = []
  const pictures = frames.map((frame, picture) => {
    const told = pack && frame.caption ? creditOf(pack.captions, frame.caption, 0, frame.src !== null) : null
    const base = frame.captionRange?.[0] ?? null
    const at = (range: Range | null): Range | null =>
      range && base !== null ? [base + range[0], base + range[1]] : null
    if (told) {
      const shared = { lineRange: frame.captionRange, picture }
      credits.push({ role: 'picture-credit', name: told.credit, range: at(told.range), ...shared })
      if (told.photographer)
        credits.push({
          role: 'photographer',
          name: told.photographer,
          range: at(told.photographerRange),
          ...shared,
        })
    }
    return pictureOf(frame, told, pack)
  })
  return { pictures, credits }
}

function pictureOf(frame: Frame, told: ReturnType<typeof creditOf>, pack: Pack | null): Picture {
  const words = frame.caption ?? ''
  const body = told ? words.slice(0, told.range[0]) : words
  return {
    alt: frame.alt,
    caption: frame.caption,
    credit: told?.credit ?? null,
    photographer: told?.photographer ?? null,
    filePhoto:
      pack !== null && (pack.captions.filePhoto.test(words) || pack.captions.filePhoto.test(frame.alt ?? '')),
    date: pack ? dateIn(pack, body) : null,
    place: pack ? placeIn(pack, body) : null,
    range: hull(frame.altRange, frame.captionRange),
    src: frame.src,
  }
}

function framesOfFormat(reading: Reading): Frame[] {
  return reading.pictures.map(({ alt, captionRange, src }) => ({
    alt: alt || null,
    altRange: null,
    caption: captionRange ? reading.text.slice(captionRange[0], captionRange[1]).trim() || null : null,
    captionRange,
    src,
  }))
}

/** A caption line with the alternative text right above it; captions that the format knows are left out. */
function framesOfLines(reading: Reading, lines: readonly Line[], kinds: readonly LineKind[]): Frame[] {
  const known = reading.pictures.flatMap(({ captionRange }) => (captionRange ? [captionRange] : []))
  return lines.flatMap((line, index) => {
    if (kinds[index] !== 'caption') return []
    if (reading.blocks[line.block]?.picture !== undefined) return []
    if (known.some(([start, end]) => start <= line.range[0] && line.range[1] <= end)) return []
    const above = kinds[index - 1] === 'alt' ? lines[index - 1] : undefined
    return [
      {
        alt: above?.words ?? null,
        altRange: above?.range ?? null,
        caption: line.words,
        captionRange: line.range,
        src: null,
      },
    ]
  })
}

/** The first date of a caption that its words alone settle. */
function dateIn(pack: Pack, words: string): string | null {
  const mentions = [...words.matchAll(pack.dates)].map((match) => ({
    words: match.groups?.date ?? match[0],
    range: [match.index, match.index + match[0].length] as Range,
    date: null,
  }))
  return resolveDates(mentions, null).find(({ date }) => date !== null)?.date ?? null
}

/** The last place that a caption names after a preposition of place. */
function placeIn(pack: Pack, words: string): string | null {
  let place: string | null = null
  for (const match of words.matchAll(pack.captions.place)) {
    const found = match.groups?.place
    const range = groupRange(match as RegExpExecArray, 'place', 0)
    const dated = range && [...words.slice(range[0]).matchAll(pack.dates)].some(({ index }) => index === 0)
    if (found && !dated) place = found.replace(/[.,]$/, '')
  }
  return place
}

function hull(a: Range | null, b: Range | null): Range | null {
  if (!a || !b) return a ?? b
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])]
}
