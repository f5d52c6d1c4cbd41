import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import type { Result } from '#domain/result'
import { addNote } from '../annotating'
import { addCorrection } from '../correcting'
import { removeArticle } from '../removing'
import type { TemporaryLibrary } from './temporary-library'

/** The value of a result that a test counts on. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

/** A note on a capture's first letters. */
export function noteOn(captureId: string, markdown = 'mine'): Parameters<typeof addNote>[1] {
  const look = { color: 'yellow', style: 'highlight', tags: ['quay'], sourceId: null } as const
  return { ...look, tags: [...look.tags], captureId, range: [0, 4], markdown }
}

/**
 * Fills a library with something of everything: articles (every fifth one long), each with a note; a second capture of the
 * first, to which its note is carried; a correction of the last; an article that was removed. Returns the captures' ids.
 */
export async function fillLibrary(here: TemporaryLibrary, articles = 12): Promise<string[]> {
  const captures: string[] = []
  for (let number = 1; number <= articles; number += 1) {
    const words = `Boat ${number} left the quay of Ellin. `.repeat(number % 5 === 0 ? 900 : 20)
    const head = `@headline Boat ${number}\n@url https://ellin.example/${number}\n@source bare-unnamed a man\n`
    const { captureId } = await here.article(`${number}.txt`, `${head}${words}said a man on the quay.\n`)
    captures.push(captureId)
    value(addNote(here.library, noteOn(captureId, `note ${number}`)))
  }
  await here.article('1-later.txt', '@headline Boat 1\n@url https://ellin.example/1\nBoat 1 came back.')
  const act = { kind: 'set-fact', field: 'publisher', value: 'The Ellin Post' } as const
  value(addCorrection(here.library, { captureId: captures.at(-1) ?? '', act }))
  const gone = await here.article('gone.txt', 'This one goes away.')
  value(removeArticle(here.library, { articleId: gone.articleId }))
  return captures
}

/** Turns one bit of a file over. */
export function flipBit(path: string, at: number, bit = 4): void {
  const file = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, at)
  writeSync(file, Buffer.from([(byte[0] ?? 0) ^ (1 << bit)]), 0, 1, at)
  closeSync(file)
}
