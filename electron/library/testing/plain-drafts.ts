import { bareSource } from '#domain/analysis/bare-source'
import type { Credit, CreditRole, Identification, ReasonClass, Source } from '#domain/analysis/findings'
import type { Block } from '#domain/article/block'
import type { CaptureDraft } from '#domain/article/capture'
import type { CaptureFacts } from '#domain/article/facts'
import type { Range } from '#domain/article/range'
import type { Told } from '#domain/article/told'
import { ok, type Result } from '#domain/result'
import type { Member } from '../../ingest/member'
import type { DraftParser } from '../import-file'

/**
 * Drafts for tests of the library, whose findings a test decides itself: lines at the head of a file that begin with
 * `@` say what was found (`@headline …`, `@url …`, `@source bare-unnamed a source`, `@reason safety-or-reprisal` for the
 * source before, `@translator …`), the rest is the text.
 */
export const plainDraftParser: DraftParser = {
  parse: ({ bytes }) => oneArticle(async () => ok(plainDraft(new TextDecoder().decode(bytes)))),
}

/** What a parser answers for a file that is one article. */
export async function* oneArticle(
  read: () => Promise<Result<CaptureDraft>>,
): AsyncGenerator<Member<CaptureDraft>> {
  yield { part: null, original: null, result: await read() }
}

export function plainDraft(content: string): CaptureDraft {
  const head = /^(?:@.*\n)*/.exec(content)?.[0] ?? ''
  const text = content.slice(head.length)
  const told = head
    .split('\n')
    .filter(Boolean)
    .map((line) => /^@(\w+) (.*)$/.exec(line))
  const values = (key: string) => told.flatMap((match) => (match?.[1] === key ? [match[2] ?? ''] : []))
  const fact = (key: string): Told<string> | null => {
    const [value] = values(key)
    return value === undefined ? null : { value, assertedBy: 'extracted', range: null, from: 'test' }
  }
  const facts: CaptureFacts = {
    headline: fact('headline'),
    published: fact('published'),
    modified: null,
    language: fact('language'),
    publisher: fact('publisher'),
    dateline: null,
    url: fact('url'),
    contact: null,
    rights: null,
    capturedAt: null,
    alternates: [],
  }
  const blocks = paragraphs(text)
  const credits = (['author', 'translator', 'editor'] as const).flatMap((role) =>
    values(role).map((name) => credit(role, name)),
  )
  const sources = sourcesOf(
    told.filter((match) => match !== null),
    text,
  )
  return {
    mediaType: 'text/plain',
    charset: 'utf-8',
    text,
    blocks,
    marks: [],
    pictureFiles: [],
    analysis: {
      engine: 'test',
      pack: null,
      blockRoles: blocks.map(() => 'story'),
      facts,
      byline: null,
      sources,
      attributions: sources.map((source, index) => ({
        id: `a${index + 1}`,
        source: [source.descriptorRange],
        cue: null,
        content: [[0, text.length]],
        sourceId: source.id,
        directness: 'indirect',
        rule: 'test',
      })),
      notices: [],
      credits,
      pictures: [],
      dates: [],
    },
  }
}

function paragraphs(text: string): Block[] {
  return [...text.matchAll(/\S(?:[^\n]*\S)?/g)].map((match): Block => {
    return { kind: 'paragraph', range: [match.index, match.index + match[0].length] }
  })
}

function credit(role: CreditRole, name: string): Credit {
  return { role, name, range: null, lineRange: null, picture: null }
}

function sourcesOf(told: readonly RegExpExecArray[], text: string): Source[] {
  const sources: Source[] = []
  for (const [, key, value = ''] of told) {
    const last = sources.at(-1)
    if (key === 'source') {
      const [identification = '', ...words] = value.split(' ')
      sources.push(source(`s${sources.length + 1}`, identification as Identification, words.join(' '), text))
    } else if (key === 'reason' && last !== undefined) {
      sources[sources.length - 1] = { ...last, anonymity: anonymity(value as ReasonClass) }
    }
  }
  return sources
}

function anonymity(reasonClass: ReasonClass): Source['anonymity'] {
  return { grant: null, grantRange: null, reasonClass, reason: null, reasonRange: null }
}

function source(id: string, identification: Identification, descriptor: string, text: string): Source {
  const at = Math.max(0, text.indexOf(descriptor))
  const range: Range = [at, Math.min(text.length, at + descriptor.length)]
  return bareSource({ id, identification, descriptor, descriptorRange: range, mentions: [range] })
}
