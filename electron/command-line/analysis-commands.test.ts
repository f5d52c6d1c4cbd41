import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { extractLine } from '#contract/command-line'
import { extract } from './analysis-commands'
import { parseGiven } from './command'
import { EXIT } from './console'

const STORY =
  'The ferry to Torvik will not sail before Friday, the harbour office said, since the ice has closed the sound.'
const ARTICLE = `<html lang="en"><body><article><h1>No ferry</h1><p>${STORY}</p><p>${STORY}</p></article></body></html>`
const LIST = '<html lang="en"><head><title>Archive</title></head><body><a href="/1"></a></body></html>'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-extract-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function run(files: Readonly<Record<string, string>>, ...missing: readonly string[]) {
  const paths = Object.keys(files).map((name) => join(folder, name))
  for (const path of paths) await writeFile(path, files[path.slice(folder.length + 1)] ?? '')
  const given = parseGiven(extract, ['--jsonl', ...paths, ...missing.map((name) => join(folder, name))])
  if (given === null) throw new Error('wrong usage')
  const out: string[] = []
  const errors: string[] = []
  const code = await extract.run(given, {
    out: (line) => void out.push(line),
    error: (line) => void errors.push(line),
  })
  return { code, lines: out.map((line) => extractLine.parse(JSON.parse(line))), errors }
}

describe('extract', () => {
  it('answers with a line without text for a file that holds no article, and goes on', async () => {
    const { code, lines, errors } = await run({ 'a-list.html': LIST, 'b-story.html': ARTICLE })
    expect(code).toBe(EXIT.done)
    expect(lines.map(({ text }) => text)).toEqual([null, `${STORY}\n\n${STORY}`])
    expect(errors).toEqual([expect.stringContaining('a-list.html')])
  })

  it('fails when a file cannot be read, after the others', async () => {
    const { code, lines, errors } = await run({ 'b-story.html': ARTICLE }, 'gone.html')
    expect(code).toBe(EXIT.failed)
    expect(lines).toHaveLength(1)
    expect(errors).toEqual([expect.stringContaining('gone.html')])
  })
})
