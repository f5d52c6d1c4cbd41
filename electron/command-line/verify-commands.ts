import { resolve } from 'node:path'
import type { Damage, VerifyReport } from '#contract/verifying'
import type { Result } from '#domain/result'
import { withVisibleControls } from '#domain/visible-controls'
import { openLibrary } from '../library/library'
import { verifyClosed, verifyLibrary } from '../library/verifying'
import { openVault } from '../vault/open-vault'
import type { OpenVault } from '../vault/opened-vault'
import type { Command } from './command'
import { type Console, EXIT, type ExitCode, fail } from './console'
import { askPassphrase } from './passphrase'

/** `verify VAULT`: every check there is; names what is damaged and then exits 1. */
export const verify: Command = {
  usage: 'verify VAULT [--json]',
  least: 1,
  most: 1,
  options: {},
  run: async ({ positionals: [folder = ''], json, jsonl }, console) => {
    const passphrase = await askPassphrase('Passphrase: ')
    if (!passphrase.ok) return fail(console, passphrase.failure)
    const vault = await openVault({ folder: resolve(folder), passphrase: passphrase.value })
    if (!vault.ok) return fail(console, vault.failure)
    const stop = new AbortController()
    process.once('SIGINT', () => stop.abort())
    const report = await checkVault(vault.value, stop.signal).finally(vault.value.close)
    if (!report.ok) return fail(console, report.failure)
    if (json || jsonl) console.out(JSON.stringify(report.value))
    else tellReport(console, report.value)
    return report.value.whole ? EXIT.done : EXIT.failed
  },
}

/** A library that SQLite refuses to open is checked by its pages alone, and named damage by damage all the same. */
async function checkVault(vault: OpenVault, signal: AbortSignal): Promise<Result<VerifyReport>> {
  const library = await openLibrary({ vault })
  if (library.ok) {
    return verifyLibrary(library.value, vault.header, { signal }).finally(library.value.close)
  }
  const { code } = library.failure
  const isDamage = code === 'vault-damaged' || code === 'vault-changes-missing'
  return isDamage ? verifyClosed(vault, vault.header, { signal }) : library
}

function tellReport(console: Console, report: VerifyReport): ExitCode {
  const { articles, captures, notes, journal, milliseconds } = report
  const rate = Math.round(captures / Math.max(0.001, milliseconds / 1000))
  console.out(
    `Checked ${articles} articles in ${captures} captures with ${notes} notes: ${rate} captures a second.`,
  )
  console.out(`The journal has ${journal.entries} lines and ends with ${journal.mark}.`)
  if (report.headerMended) console.out('A damaged copy of the header was mended from the other.')
  if (report.whole) console.out('Everything is as it was saved.')
  for (const damage of report.damages) console.out(wordsOf(damage))
  const more = report.damageCount - report.damages.length
  if (more > 0) console.out(`And ${more} more.`)
  return report.whole ? EXIT.done : EXIT.failed
}

const WORDS: Readonly<Record<Damage['kind'], string>> = {
  header: 'DAMAGED  one of the two copies of the header',
  pages: 'DAMAGED  pages of the database that cannot be read',
  structure: 'DAMAGED  the structure of the database',
  journal: 'DAMAGED  lines of the journal that do not follow from the line before',
  'changes-missing': 'MISSING  the last changes',
  article: 'MISSING  an article',
  capture: 'DAMAGED  text or findings, lost or not as they were saved',
  original: 'DAMAGED  the imported file, lost or not byte for byte as it was',
  pictures: 'DAMAGED  the pictures',
  range: 'DAMAGED  findings outside their text',
  note: 'DAMAGED  a note, lost or not as it was saved',
  list: 'DAMAGED  the line of the list',
  index: 'DAMAGED  the search index',
}

function wordsOf({ kind, title, articleId, captureId, noteId, count }: Damage): string {
  const ids = [articleId, captureId, noteId].filter((id) => id !== null)
  const named = title === null ? [] : [`“${withVisibleControls(title)}”`]
  return [WORDS[kind], count > 1 ? `(${count})` : '', ...named, ...ids].filter(Boolean).join('  ')
}
