import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { EXPORT_FORMATS, type ExportFormat } from '#contract/exporting'
import type { ImportedFile } from '#contract/importing'
import { noteColor } from '#contract/schemas'
import type { ArticleListing } from '#domain/article/listing'
import { failure } from '#domain/failure'
import { withVisibleControls } from '#domain/visible-controls'
import { nodePort } from '../ingest/node-port'
import { createParsers } from '../ingest/parsers'
import { addNoteByQuote } from '../library/annotating'
import { writeExport } from '../library/exporting'
import { importPaths } from '../library/importing'
import type { Library } from '../library/library'
import { listArticles } from '../library/listing'
import { openArticle } from '../library/reading'
import { searchLibrary } from '../library/searching'
import type { Command } from './command'
import { type Console, EXIT, type ExitCode, fail, print } from './console'
import { withLibrary } from './open-library'

/** The built parser process lies beside the built command line. */
const PARSER_ENTRY = join(import.meta.dirname, 'parser-process.js')
const LIST_STEP = 500
const DEFAULT_HITS = 50

/**
 * `import VAULT PATH...`: each file is reported as soon as it is committed; exit 1 when one was refused. With `--apart` each becomes an
 * article of its own, though the library has it: a deliberate second copy.
 */
export const importFiles: Command = {
  usage: 'import VAULT PATH... [--apart] [--jsonl]',
  least: 2,
  most: null,
  options: { apart: { type: 'boolean' } },
  run: ({ positionals: [vault = '', ...paths], flag, json, jsonl }, console) =>
    withLibrary(vault, console, async (library) => {
      const parser = createParsers({ spawn: () => nodePort(PARSER_ENTRY) })
      const stop = new AbortController()
      process.once('SIGINT', () => stop.abort())
      const all: unknown[] = []
      let refused = 0
      await importPaths(library, parser, paths, {
        signal: stop.signal,
        apart: flag('apart'),
        onFile: (file) => {
          if (file.outcome === 'refused') refused += 1
          if (json) all.push(file)
          else if (jsonl) console.out(JSON.stringify(file))
          else if (file.message !== null) console.error(`${nameOf(file)}: ${file.message}`)
          else console.out(`${file.outcome}  ${nameOf(file)}`)
        },
      })
      parser.close()
      if (json) console.out(JSON.stringify(all))
      if (stop.signal.aborted) return fail(console, failure('cancelled'))
      return refused > 0 ? EXIT.failed : EXIT.done
    }),
}

function nameOf({ file, part }: ImportedFile): string {
  return part === null ? file : `${file} (${withVisibleControls(part)})`
}

/** `list VAULT`: every article, newest import first. */
export const list: Command = {
  usage: 'list VAULT [--json | --jsonl]',
  least: 1,
  most: 1,
  options: {},
  run: ({ positionals: [vault = ''], json, jsonl }, console) =>
    withLibrary(vault, console, async (library) => {
      const rows = allArticles(library)
      print(console, { json, jsonl }, rows, (row) => `${row.id}  ${row.title}`)
      return EXIT.done
    }),
}

function allArticles(library: Library): ArticleListing[] {
  const rows: ArticleListing[] = []
  let after: string | null = null
  do {
    const page = listArticles(library, { after, limit: LIST_STEP })
    if (!page.ok) return rows
    rows.push(...page.value.rows)
    after = page.value.next
  } while (after !== null)
  return rows
}

const NOT_AS_SAVED = 'This article is not as it was saved: check the library with `verify`.'

/** `show VAULT ID`: an article's newest capture with everything known. */
export const show: Command = {
  usage: 'show VAULT ID [--json]',
  least: 2,
  most: 2,
  options: {},
  run: ({ positionals: [vault = '', articleId = ''], json, jsonl }, console) =>
    withLibrary(vault, console, async (library) => {
      const opened = openArticle(library, { articleId, captureId: null })
      if (!opened.ok) return fail(console, opened.failure)
      const { listing, capture, captures, notes, asSaved } = opened.value
      if (!asSaved) console.error(NOT_AS_SAVED)
      if (json || jsonl) console.out(JSON.stringify({ ...listing, capture, captures, notes, asSaved }))
      else console.out(`${listing.title}\n\n${capture.text}`)
      return EXIT.done
    }),
}

/** `search VAULT QUERY`: the best answers first. */
export const search: Command = {
  usage: 'search VAULT QUERY [--limit N] [--json | --jsonl]',
  least: 2,
  most: 2,
  options: { limit: { type: 'string' } },
  run: ({ positionals: [vault = '', query = ''], value, json, jsonl }, console) => {
    const limit = Number(value('limit') ?? DEFAULT_HITS)
    if (!Number.isInteger(limit) || limit < 1) return usageOf(search, console)
    return withLibrary(vault, console, async (library) => {
      const found = searchLibrary(library, { query, limit })
      if (!found.ok) return fail(console, found.failure)
      const hits = found.value.hits.map(({ listing, ...hit }) => ({ ...listing, ...hit }))
      print(console, { json, jsonl }, hits, (hit) => `${hit.id}  ${hit.title}\n    ${hit.snippet}`)
      return EXIT.done
    })
  },
}

/** `annotate VAULT ID --quote TEXT`: a highlight on the words, wherever they stand in the article. */
export const annotate: Command = {
  usage: 'annotate VAULT ID --quote TEXT [--note TEXT] [--color C] [--tag T] [--json]',
  least: 2,
  most: 2,
  options: {
    quote: { type: 'string' },
    note: { type: 'string' },
    color: { type: 'string' },
    tag: { type: 'string' },
  },
  run: ({ positionals: [vault = '', articleId = ''], value, json, jsonl }, console) => {
    const quote = value('quote')
    const color = noteColor.safeParse(value('color') ?? 'yellow')
    if (quote === undefined || !color.success) return usageOf(annotate, console)
    const tag = value('tag')
    return withLibrary(vault, console, async (library) => {
      const added = addNoteByQuote(library, {
        articleId,
        quote,
        color: color.data,
        style: 'highlight',
        markdown: value('note') ?? '',
        tags: tag === undefined ? [] : [tag],
        sourceId: null,
      })
      if (!added.ok) return fail(console, added.failure)
      const [start, end] = added.value.anchor.position
      console.out(json || jsonl ? JSON.stringify(added.value) : `${added.value.id}  [${start}, ${end})`)
      return EXIT.done
    })
  },
}

/** `export VAULT [ID...] --format F --out DIR`: the named articles, or all. */
export const exportArticles: Command = {
  usage: `export VAULT [ID...] --format F --out DIR [--overwrite]   F: ${EXPORT_FORMATS.join(' ')}`,
  least: 1,
  most: null,
  options: { format: { type: 'string' }, out: { type: 'string' }, overwrite: { type: 'boolean' } },
  run: ({ positionals: [vault = '', ...ids], value, flag, json, jsonl }, console) => {
    const format = EXPORT_FORMATS.find((known): known is ExportFormat => known === value('format'))
    const out = value('out')
    if (format === undefined || out === undefined) return usageOf(exportArticles, console)
    return withLibrary(vault, console, async (library) => {
      const articleIds = ids.length > 0 ? ids : allArticles(library).map((row) => row.id)
      if (articleIds.length === 0) return fail(console, failure('export-nothing-chosen'))
      const folder = resolve(out)
      await mkdir(folder, { recursive: true }).catch(() => undefined)
      const written = await writeExport(library, { articleIds, format, folder, overwrite: flag('overwrite') })
      if (!written.ok) return fail(console, written.failure)
      if (json || jsonl) console.out(JSON.stringify(written.value))
      else for (const file of written.value.files) console.out(`${file.sha256}  ${file.name}`)
      return EXIT.done
    })
  },
}

async function usageOf(command: Command, console: Console): Promise<ExitCode> {
  console.error(`Usage: ${command.usage}`)
  return EXIT.usage
}
