import type { Range } from '../article/range'
import type { Told } from '../article/told'
import type { LineKind } from './block-roles'
import { creditOf } from './captions'
import type { Line } from './lines'
import type { Pack } from './pack'

/** The lines of a text with what each is. */
type KnownLines = { readonly lines: readonly Line[]; readonly kinds: readonly LineKind[] }

type Evidence = {
  readonly name: string
  readonly range: Range
  readonly kind: string
  readonly strong: boolean
}

/**
 * The outlet as the running text lets it be known: what an outlet alone says of itself (its standing notice, its
 * copyright line) is enough; of lesser signs (who was told, whose picture it is, the contact address) two
 * different ones must agree. Null otherwise.
 */
export function findPublisher(input: KnownLines, pack: Pack): Told<string> | null {
  const found = evidenceOf(input, pack)
  const strong = found.find((one) => one.strong)
  const agreed = found.find((one) =>
    found.some((other) => other.kind !== one.kind && plain(other.name).includes(plain(one.name))),
  )
  const best = strong ?? agreed
  return best ? { value: best.name, assertedBy: 'extracted', range: best.range, from: 'text' } : null
}

function evidenceOf({ lines, kinds }: KnownLines, pack: Pack): Evidence[] {
  const found: Evidence[] = []
  lines.forEach((line, index) => {
    const kind = kinds[index]
    const standing = kind === 'notice' || kind === 'furniture' || kind === 'contact'
    if (kind === 'caption') {
      const credit = creditOf(pack.captions, line.words, line.range[0])
      if (credit) found.push({ name: credit.credit, range: credit.range, kind: 'caption', strong: false })
    }
    if (kind === 'contact') {
      const mail = /[\w.+-]+@[\w.-]+/.exec(line.words)
      const start = line.range[0] + (mail?.index ?? 0)
      if (mail)
        found.push({ name: mail[0], range: [start, start + mail[0].length], kind: 'contact', strong: false })
    }
    pack.publishers.forEach(({ pattern, strong, hint }, rule) => {
      if (strong !== standing || (!standing && kind !== 'story')) return
      if (hint?.test(line.words) === false) return
      const match = pattern.exec(line.words)
      const at = match?.indices?.groups?.name
      const name = match?.groups?.name
      if (at && name && /^[\p{Lu}\p{Lo}]/u.test(name))
        found.push({
          name,
          range: [line.range[0] + at[0], line.range[0] + at[1]],
          kind: `rule-${rule}`,
          strong,
        })
    })
  })
  return found.filter(({ name, kind }) => kind === 'contact' || name.length <= 50)
}

/** Lower-case letters and digits only, so that "Harbor Times" is found in "harbortimes.example". */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}@]/gu, '')
    .replace(/^the(?=.{4})/, '')
}
