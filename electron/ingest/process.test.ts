import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captureDraft } from '#contract/schemas'
import type { CaptureDraft } from '#domain/article/capture'
import type { Result } from '#domain/result'
import { createParser, type Parser } from './client'
import { nodePort } from './node-port'
import { buildProcess } from './testing/built-process'
import { mutated } from './testing/fuzz/mutate'
import { SEEDS } from './testing/fuzz/seeds'

/** The real entry, built as the application builds it, in a real child process. */
const ROOT = resolve(import.meta.dirname, '../..')
const SAMPLES = join(ROOT, 'assets/sample-library')
const folder = mkdtempSync(join(tmpdir(), 'colophon-parser-'))
const open: Parser[] = []
/** Mutations of which pdf.js leaves a promise that is rejected later and that nobody waits for; found by fuzzing. */
const LEAVING_REJECTIONS = [121, 1399, 1517]

function parserOf(entry: string): Parser {
  const parser = createParser({ spawn: () => nodePort(join(folder, entry)) })
  open.push(parser)
  return parser
}

async function only(parser: Parser, fileName: string, bytes: Uint8Array): Promise<Result<CaptureDraft>> {
  for await (const { result } of parser.parse({ bytes, fileName })) return result
  throw new Error('no answer')
}

beforeAll(async () => {
  await buildProcess('electron/ingest/process.ts', folder, 'process.mjs')
}, 120_000)

afterAll(() => {
  for (const parser of open) parser.close()
  rmSync(folder, { recursive: true, force: true })
})

const text = (words: string) => new Uint8Array(Buffer.from(words))

describe('the parser process', () => {
  it('reads every sample, and each draft passes the contract', { timeout: 60_000 }, async () => {
    const parser = parserOf('process.mjs')
    const names = readdirSync(SAMPLES)
    const drafts = await Promise.all(
      names.map((name) => only(parser, name, readFileSync(join(SAMPLES, name)))),
    )
    for (const [index, draft] of drafts.entries()) {
      if (!draft.ok) throw new Error(`${names[index]}: ${draft.failure.code}`)
      expect(captureDraft.safeParse(draft.value).error, names[index]).toBeUndefined()
    }
  })

  it('is not ended by what pdf.js leaves behind of a broken file', { timeout: 60_000 }, async () => {
    const parser = parserOf('process.mjs')
    const seed = SEEDS.find(({ name }) => name === 'PDF, its content not packed')
    if (seed === undefined) throw new Error('no such seed')
    for (const number of LEAVING_REJECTIONS) {
      await only(parser, 'a.pdf', mutated(seed.bytes, number, seed.tokens))
      const next = await only(parser, 'next.txt', text('The harbour was closed, a guard said.'))
      expect(next.ok).toBe(true)
    }
  })

  it('says what is wrong with a bad file, and goes on with the next', { timeout: 60_000 }, async () => {
    const parser = parserOf('process.mjs')
    const files: readonly [string, Uint8Array, string][] = [
      ['empty.txt', new Uint8Array(), 'file-empty'],
      ['picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'file-binary'],
      ['note.rtf', text('{\\rtf1 The ferry.}'), 'file-format-unsupported'],
      ['login.html', text('<!doctype html><title>Log in</title><form><input></form>'), 'file-not-an-article'],
      ['endless.html', text(`<html><body>${'<i>x</i>'.repeat(81_000)}</body></html>`), 'file-too-large'],
      ['good.txt', text('The ferry will sail again on Monday, the company said.'), 'ok'],
    ]
    const results = await Promise.all(files.map(([name, bytes]) => only(parser, name, bytes)))
    expect(results.map((result) => (result.ok ? 'ok' : result.failure.code))).toEqual(
      files.map(([, , code]) => code),
    )
    expect(results[0]).toMatchObject({ failure: { detail: { file: 'empty.txt' } } })
  })

  it('has no network: fetch is gone, and a socket throws', { timeout: 60_000 }, async () => {
    await buildProcess('electron/ingest/testing/network-probe.ts', folder, 'probe.mjs')
    const result = await only(parserOf('probe.mjs'), 'x', text('x'))
    expect(result).toMatchObject({ failure: { detail: { found: 'undefined undefined true true true' } } })
  })
})
