import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVault } from '../../../vault/create-vault'
import { type OpenVault, openVault } from '../../../vault/open-vault'
import { addNoteByQuote } from '../../annotating'
import { importPaths } from '../../importing'
import { createLibrary, type Library, openLibrary } from '../../library'
import { plainDraftParser } from '../../testing/plain-drafts'

export const PASSPHRASE = 'ferry-onion-lantern-quilt-mosaic'

/** An opened vault with its library. */
export type OpenedVault = {
  readonly vault: OpenVault
  readonly library: Library
  readonly close: () => void
}

/** A real vault in `place`, or in a temporary folder of its own, opened. */
export type TemporaryVault = OpenedVault & {
  /** Holds the vault's folder and whatever a test puts beside it. */
  readonly place: string
  readonly folder: string
  readonly end: () => void
}

export async function temporaryVault(
  place = mkdtempSync(join(tmpdir(), 'colophon-backup-')),
): Promise<TemporaryVault> {
  const folder = join(place, 'reports.colophon')
  const vault = await createVault({ folder, name: 'Reports', passphrase: PASSPHRASE, fill: createLibrary })
  if (!vault.ok) throw new Error(vault.failure.code)
  const opened = await withLibraryOf(vault.value)
  return {
    ...opened,
    place,
    folder,
    end: () => {
      opened.close()
      rmSync(place, { recursive: true, force: true })
    },
  }
}

/** Opens a vault and its library. Throws the failure's code. */
export async function openedVault(folder: string, passphrase: string): Promise<OpenedVault> {
  const vault = await openVault({ folder, passphrase })
  if (!vault.ok) throw new Error(vault.failure.code)
  return withLibraryOf(vault.value)
}

async function withLibraryOf(vault: OpenVault): Promise<OpenedVault> {
  const library = await openLibrary({ vault })
  if (!library.ok) {
    vault.close()
    throw new Error(library.failure.code)
  }
  const close = () => {
    library.value.close()
    vault.close()
  }
  return { vault, library: library.value, close }
}

/** Imports `count` invented articles, each with a note on its first words. Returns the ids of the articles. */
export async function fillLibrary(
  { library }: Pick<OpenedVault, 'library'>,
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
