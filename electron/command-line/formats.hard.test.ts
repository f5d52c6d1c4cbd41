import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ImportedFile } from '#contract/importing'
import type { Library } from '../library/library'
import { openArticle, readPicture } from '../library/reading'
import { bundled } from '../library/testing/bundled'
import { withLibrary } from './open-library'
import { type FormatGroup, formatGroups } from './testing/format-groups'

/**
 * `npm run formats`: every format through the real command line and its parser process into a real vault, and a table of what came
 * out.
 */

const PASSPHRASE = 'ferry-onion-lantern-quilt-mosaic'
const place = mkdtempSync(join(tmpdir(), 'colophon-formats-'))
const vault = join(place, 'Formats.colophon')
let program = ''

beforeAll(async () => {
  const electron = join(import.meta.dirname, '..')
  const programs = {
    cli: join(electron, 'cli.ts'),
    'parser-process': join(electron, 'ingest', 'process.ts'),
  }
  program = join(await bundled(programs, 'formats'), 'cli.js')
  process.env.COLOPHON_PASSPHRASE = PASSPHRASE
  await colophon('create', vault)
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** Runs the command line, and returns the lines that it prints. */
function colophon(...args: readonly string[]): Promise<string[]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.on('close', () => resolve(out.split('\n').filter(Boolean)))
  })
}

type Row = Record<'format' | 'files' | 'articles' | 'refused' | 'pictures' | 'credits' | 'told', string>

/** What the stored articles of a group hold. */
function rowOf(library: Library, group: FormatGroup, files: readonly ImportedFile[]): Row {
  const opened = files.flatMap(({ articleId }) => {
    const article = articleId === null ? null : openArticle(library, { articleId, captureId: null })
    return article?.ok ? [article.value.capture] : []
  })
  const pictures = opened.flatMap(({ id, analysis }) =>
    analysis.pictures.map((_, picture) => readPicture(library, { captureId: id, picture })),
  )
  const stored = pictures.filter((picture) => picture.ok && picture.value !== null).length
  const told = (name: 'headline' | 'published' | 'url' | 'publisher') =>
    opened.filter(({ analysis }) => analysis.facts[name] !== null).length
  const refusals = new Map<string, number>()
  for (const { code } of files) if (code !== null) refusals.set(code, (refusals.get(code) ?? 0) + 1)
  return {
    format: group.real ? group.format : `${group.format} *`,
    files: String(new Set(files.map(({ file }) => file)).size),
    articles: String(opened.length),
    refused: [...refusals].map(([code, count]) => `${count} ${code}`).join(', ') || '–',
    pictures: `${stored} of ${pictures.length}`,
    credits: String(opened.reduce((sum, { analysis }) => sum + analysis.credits.length, 0)),
    told: (['headline', 'published', 'url', 'publisher'] as const).map(told).join(' / '),
  }
}

const HEADS: Row = {
  format: 'format',
  files: 'files',
  articles: 'articles',
  refused: 'refused, and why',
  pictures: 'pictures stored',
  credits: 'credits',
  told: 'headline / day / address / outlet',
}

/** A table in Markdown. */
function tableOf(rows: readonly Row[]): string {
  const line = (row: Row) => `| ${Object.values(row).join(' | ')} |`
  const rule = Object.fromEntries(Object.keys(HEADS).map((key) => [key, '---'])) as Row
  return [HEADS, rule, ...rows].map(line).join('\n')
}

it('every format gives its articles, and says why something is none', async () => {
  const groups = formatGroups(join(place, 'files'))
  const lines = await colophon('import', vault, ...groups.flatMap(({ paths }) => paths), '--apart', '--jsonl')
  const all: ImportedFile[] = lines.map((line) => JSON.parse(line))
  const results = groups.map((group) => ({
    group,
    files: all.filter(({ file }) =>
      group.paths.some((path) => file === path || file.startsWith(`${path}${sep}`)),
    ),
  }))
  const rows: Row[] = []
  const silent = { out: () => {}, error: () => {} }
  await withLibrary(vault, silent, async (library) => {
    for (const { group, files } of results) rows.push(rowOf(library, group, files))
    return 0
  })
  console.log(
    `\n${tableOf(rows)}\n\n\\* made for this table; the others were made by other people's programs`,
  )
  for (const { group, files } of results) {
    const imported = files.filter(({ outcome }) => outcome !== 'refused').length
    expect.soft(imported, group.format).toBeGreaterThanOrEqual(group.least)
    const unexpected = files.flatMap(({ code, file, part }) =>
      code === null || group.refusals.includes(code) ? [] : [`${code}: ${file} ${part ?? ''}`],
    )
    expect.soft(unexpected, group.format).toEqual([])
  }
})
