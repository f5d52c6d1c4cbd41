import type { FailureCode } from '#domain/failure'

/** A small valid file of one format, whose mutations its reader is tried with. */
export type Seed = {
  readonly name: string
  readonly fileName: string
  /** What is mutated. */
  readonly bytes: Uint8Array
  /** Packs what was mutated, where mutations of the packed file would not reach the reader of what is inside. */
  readonly packed?: (bytes: Uint8Array) => Uint8Array
  /** Pieces that its format gives a meaning to (`tokens.ts`). */
  readonly tokens: readonly string[]
  /** What is said of it as it is, when it is no article. */
  readonly refusal?: FailureCode
  /** Picture files that are kept of it as it is; none unless given. */
  readonly pictures?: number
}

/** The file of a seed around `bytes`: a mutation of its own, or these themselves. */
export function fileOf(seed: Seed, bytes: Uint8Array = seed.bytes): Uint8Array {
  return seed.packed?.(bytes) ?? bytes
}

/** Two sentences with what the analysis looks for, in two languages. */
export const WORDS =
  '“The pier is closed,” said Ana Ruiz, the harbour master of Port Ellin. A deckhand, who asked not to be named for fear ' +
  'of losing the job, said on 4 January that the boat had left. 선착장은 닫혔다고 항만청 관계자가 말했다.'

/** A page that holds one of everything a page may hold. */
export const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pier closed – Harbour Post</title>
<meta name="author" content="Mina Orr and Per Lund"><meta property="article:published_time" content="2024-01-04T07:15:00Z">
<link rel="canonical" href="https://harbour.example/pier"><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Pier closed","author":[{"@type":"Person","name":"Mina Orr"}],"datePublished":"2024-01-04"}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>Pier closed</h1><p class="byline">By <a rel="author" href="/mina">Mina Orr</a></p>
<p>${WORDS}</p><h2>The boats</h2><ul><li>One</li><li>Two<ol><li>Three</li></ol></li></ul><blockquote><p>${WORDS}</p></blockquote>
<figure><img src="pier.jpg" alt="The pier" width="600"><figcaption>The pier. Photo: Ane Holm/Harbour Post</figcaption></figure>
<table><caption>Boats</caption><tr><th>Boat<td>Crew</table><pre>a  b</pre><p>${WORDS}</p></article><footer>© 2024</footer></body></html>`

export const TEXT = `Pier closed\n\nBy Mina Orr\n\n${WORDS}\n\n${WORDS}\n\n(Photo: Ane Holm)\n`

export const utf8 = (words: string) => Buffer.from(words)
