import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVault } from '../../../vault/create-vault'
import { DATABASE_FILE } from '../../../vault/header-files'
import { openVault } from '../../../vault/open-vault'
import type { OpenVault } from '../../../vault/opened-vault'
import { newRecoveryCode } from '../../../vault/recovery-code'
import { addNoteByQuote } from '../../annotating'
import { importPaths } from '../../importing'
import { createLibrary, type Library, openLibrary } from '../../library'
import { plainDraftParser } from '../../testing/plain-drafts'

export const PASSPHRASE = 'ferry-onion-lantern-quilt-mosaic'
export const RECOVERY_CODE = newRecoveryCode()

/** An opened library, and what of its vault a backup needs. */
export type TemporaryVault = {
  readonly vault: { readonly folder: string; readonly databaseKey: Uint8Array }
  readonly library: Library
  /** Holds the vault's folder and whatever a test puts beside it. */
  readonly place: string
  readonly folder: string
  readonly end: () => void
}

/** A vault and its keys, made once: every other is a copy of it, since stretching a passphrase takes a second. */
const template = once(async () => {
  const place = mkdtempSync(join(tmpdir(), 'colophon-template-'))
  process.once('exit', () => rmSync(place, { recursive: true, force: true }))
  const folder = join(place, 'template.colophon')
  const secrets = { passphrase: PASSPHRASE, recoveryCode: RECOVERY_CODE }
  const vault = await createVault({ folder, name: 'Reports', ...secrets, fill: createLibrary })
  if (!vault.ok) throw new Error(vault.failure.code)
  const databaseKey = Buffer.from(vault.value.databaseKey)
  const journalKey = Buffer.from(vault.value.journalKey)
  vault.value.close()
  return { folder, databaseKey, journalKey }
})

/** A real vault in `place`, or in a temporary folder of its own, with its library open. All have the same id and keys. */
export async function temporaryVault(
  place = mkdtempSync(join(tmpdir(), 'colophon-backup-')),
): Promise<TemporaryVault> {
  const folder = join(place, 'reports.colophon')
  const { folder: original, databaseKey, journalKey } = await template()
  cpSync(original, folder, { recursive: true })
  const keys = { databasePath: join(folder, DATABASE_FILE), databaseKey, journalKey }
  const library = await openLibrary({ vault: { ...keys, name: 'Reports' } })
  if (!library.ok) throw new Error(library.failure.code)
  return {
    vault: { folder, databaseKey },
    library: library.value,
    place,
    folder,
    end: () => {
      library.value.close()
      rmSync(place, { recursive: true, force: true })
    },
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make()
    return made
  }
}

/** A vault that was opened with its passphrase. */
export type OpenedVault = { readonly library: Library; readonly vault: OpenVault; readonly close: () => void }

/** Opens a vault and its library. Throws the failure's code. */
export async function openedVault(folder: string, passphrase: string): Promise<OpenedVault> {
  const vault = await openVault({ folder, passphrase })
  if (!vault.ok) throw new Error(vault.failure.code)
  const library = await openLibrary({ vault: vault.value })
  if (!library.ok) {
    vault.value.close()
    throw new Error(library.failure.code)
  }
  const close = () => {
    library.value.close()
    vault.value.close()
  }
  return { vault: vault.value, library: library.value, close }
}

/** Imports `count` invented articles, each with a note on its first words. Returns the ids of the articles. */
export async function fillLibrary(
  { library }: { readonly library: Library },
  place: string,
  count: number,
): Promise<string[]> {
  const folder = join(place, 'incoming')
  mkdirSync(folder, { recursive: true })
  const ids: string[] = []
  for (let index = 1; index <= count; index += 1) {
    const path = join(folder, `ferry-${index}.txt`)
    const quote = `Ferry ${index} to Saltmarsh was late.`
    const rest = `The harbour office gave no reason on day ${index}. `.repeat(200)
    writeFileSync(path, `@headline Ferry ${index} late\n${quote} ${rest}`)
    await importPaths(library, plainDraftParser, [path], {
      onFile: ({ articleId }) => articleId !== null && ids.push(articleId),
    })
    const added = addNoteByQuote(library, {
      articleId: ids.at(-1) ?? '',
      quote,
      color: 'yellow',
      style: 'highlight',
      markdown: `Ask the office about ferry ${index}.`,
      tags: [],
      sourceId: null,
    })
    if (!added.ok) throw new Error(added.failure.code)
  }
  return ids
}
