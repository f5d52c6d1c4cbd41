import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ImportedFile } from '#contract/importing'
import { renderImportReport } from '#domain/export/import-report'
import { sentence } from '#domain/failure-sentences'
import { failed, ok, type Result } from '#domain/result'
import { writeFailure } from '../disk/disk-failure'
import { PRIVATE_FILE, putInPlace, writeBeside } from '../disk/whole-file'
import { inTransaction } from '../store/database'
import { appendEntry } from './journal'
import type { Library } from './library'

const OUTCOMES = {
  en: {
    imported: 'imported',
    'new-capture': 'new capture',
    'already-there': 'already there',
    refused: 'refused',
  },
  ko: { imported: '가져옴', 'new-capture': '새 사본', 'already-there': '이미 있음', refused: '거절됨' },
} as const

/**
 * Writes what became of each file of an import to `file`, whole or not at all, in the place of what is there; the journal
 * tells that it left: it holds names of files and of what is in them.
 *
 * Fails with `export-not-writable` or `disk-full`.
 */
export async function writeImportReport(
  library: Library,
  files: readonly ImportedFile[],
  request: { readonly file: string; readonly locale: 'en' | 'ko' },
): Promise<Result<{ name: string }>> {
  const { file, locale } = request
  const lines = files.map(({ file: name, part, outcome, code }) => ({
    file: name,
    part,
    outcome: OUTCOMES[locale][outcome],
    reason: code === null ? null : sentence(code, locale, { file: basename(name) }),
  }))
  const bytes = Buffer.from(renderImportReport(lines, locale))
  try {
    await putInPlace(await writeBeside(file, bytes, PRIVATE_FILE), file)
  } catch (error) {
    return failed(writeFailure(error, 'export-not-writable'))
  }
  const name = basename(file)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const left = [{ name, sha256, bytes: bytes.length }]
  inTransaction(library.db, () => appendEntry(library, { kind: 'exported', files: left }))
  return ok({ name })
}
