import { draftsOf } from '../../read-file'

/**
 * Patterns that go over a run again and again make a page of a few hundred kilobytes take a minute. Every reader of text and
 * the whole analysis read runs of what people write and patterns look for: twice as much may take a little more than twice as
 * long, never four times.
 */

/** Characters of the shorter run. Below this, what is done once weighs more than what grows. */
const SHORT = 60_000
/** Twice as much may take so many times as long; quadratic is four times, and a busy machine blurs a lot. */
export const MOST = 3.5
/** What takes less (milliseconds of this process) is too short to be measured and fast enough. */
const FAST = 400
const TRIES = 4

export const STORY =
  'The harbour was closed on Monday, said Ana Ruiz, who is its master, and the ferry to the islands did not sail.'

/** Where a run may stand, each read by other patterns. */
export const PLACES: Readonly<Record<string, (run: string) => string>> = {
  text: (run) => `Ferry\n\n${STORY}\n\n${run}\n\n${STORY}\n`,
  page: (run) =>
    `<!doctype html><html lang="en"><title>Ferry</title><article><h1>Ferry</h1><p>${STORY}</p><p>${run}</p><p>${STORY}</p></article>`,
  metadata: (run) =>
    `<!doctype html><html lang="en"><title>Ferry ${run}</title><meta name="author" content="Ana ${run}"><meta property="article:published_time" content="${run}"><meta property="og:site_name" content="${run}"><article><h1>Ferry</h1><p class="byline">By Ana Ruiz ${run}x</p><time>${run}</time><p>${STORY}</p><figure><img alt="x" src="a.jpg"><figcaption>${run}x</figcaption></figure></article>`,
  Markdown: (run) => `---\ntitle: Ferry\n---\n\n${STORY}\n\n${run}\n\n${STORY}\n`,
}

/** Milliseconds that this process worked on a run of `length` characters. */
async function timeOf(place: (run: string) => string, unit: string, length: number): Promise<number> {
  const run = unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
  const began = process.cpuUsage()
  const bytes = Buffer.from(place(run))
  // Read or refused: what counts is how long it took to say so.
  for await (const _ of draftsOf({ bytes, fileName: 'a' }));
  return process.cpuUsage(began).user / 1000
}

/** How many times as long twice as much takes; the least of some tries, for a machine that is busy can only add. */
export async function growth(place: (run: string) => string, unit: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < TRIES && least > MOST; tries += 1) {
    const long = await timeOf(place, unit, 2 * SHORT)
    if (long < FAST) return 1
    least = Math.min(least, long / (await timeOf(place, unit, SHORT)))
  }
  return least
}
