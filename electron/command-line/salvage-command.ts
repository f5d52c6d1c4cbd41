import { join } from 'node:path'
import type { Salvaged } from '#contract/salvaging'
import { withVisibleControls } from '#domain/visible-controls'
import { createParser } from '../ingest/client'
import { nodePort } from '../ingest/node-port'
import { salvage } from '../library/salvaging'
import type { Command } from './command'
import { EXIT, fail } from './console'
import { askPassphrase } from './passphrase'

/** The built parser process lies beside the built command line. */
const PARSER_ENTRY = join(import.meta.dirname, 'parser-process.js')

/** `salvage VAULT NEW`: what a damaged library still holds, in a new one; the damaged one is not touched. */
export const salvageLibrary: Command = {
  usage: 'salvage VAULT NEW [--json]',
  least: 2,
  most: 2,
  options: {},
  run: async ({ positionals: [folder = '', target = ''], json, jsonl }, console) => {
    const passphrase = await askPassphrase('Passphrase: ')
    if (!passphrase.ok) return fail(console, passphrase.failure)
    const stop = new AbortController()
    process.once('SIGINT', () => stop.abort())
    const parser = createParser({ spawn: () => nodePort(PARSER_ENTRY) })
    const request = { folder, target, passphrase: passphrase.value, parser }
    const done = await salvage(request, { signal: stop.signal }).finally(parser.close)
    if (!done.ok) return fail(console, done.failure)
    const report = done.value
    if (json || jsonl) {
      console.out(JSON.stringify(report))
      return EXIT.done
    }
    const { articles, captures, notes, damagedPages, pages } = report
    console.out(`Rescued ${articles} articles in ${captures} captures with ${notes} notes.`)
    console.out(`${damagedPages} of ${pages} pages could not be read. The damaged library is as it was.`)
    if (report.complete) console.out('Everything was kept as it was.')
    for (const item of report.items) console.out(wordsOf(item))
    const more = report.itemCount - report.items.length
    if (more > 0) console.out(`And ${more} more.`)
    console.out('The new library opens with the same passphrase and has no recovery code yet.')
    return EXIT.done
  },
}

const OUTCOMES: Readonly<Record<Salvaged['outcome'], string>> = {
  lost: 'LOST',
  'read-again': 'READ AGAIN from its file',
  unproven: 'KEPT, BUT NOT PROVEN to be the newest',
}

const KINDS: Readonly<Record<Salvaged['kind'], string>> = {
  article: 'an article',
  capture: 'a capture',
  original: 'the imported file',
  pictures: 'the pictures',
  note: 'a note',
}

function wordsOf({ kind, outcome, title, articleId, captureId, noteId }: Salvaged): string {
  const named = title === null ? [] : [`“${withVisibleControls(title)}”`]
  const ids = [articleId, captureId, noteId].filter((id) => id !== null)
  return [OUTCOMES[outcome], KINDS[kind], ...named, ...ids].join('  ')
}
