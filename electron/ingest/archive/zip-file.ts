import { posix } from 'node:path'
import { failure } from '#domain/failure'
import { failed } from '#domain/result'
import { EPUB_CONTAINER, readEpub } from '../epub/read'
import {
  type Beside,
  type ContainerReader,
  type FileInput,
  type FoundMember,
  type Inside,
  whole,
} from '../member'
import { isOwnedFolder, NO_ARTICLE, type Placed } from '../owned-folders'
import { readWacz } from './wacz'
import { openZip, type Zip } from './zip'

const OFFICE = [
  ['word/document.xml', 'Word'],
  ['xl/workbook.xml', 'Excel'],
  ['ppt/presentation.xml', 'PowerPoint'],
] as const

/** A ZIP: a web archive collection, or a folder of saved files. */
export const readZip: ContainerReader = async function* (input, inside) {
  const { bytes, fileName } = input
  const opened = await openZip(bytes, fileName, inside.budget)
  if (!opened.ok) {
    yield whole(() => opened)
    return
  }
  const zip = opened.value
  const office = OFFICE.find(([name]) => zip.names.includes(name))
  if (office !== undefined) {
    yield whole(() => failed(failure('file-format-unsupported', { file: fileName, format: office[1] })))
  } else if (zip.names.includes(EPUB_CONTAINER)) {
    // Packed by a program that did not put the file first that tells what it is.
    yield* readEpub(input, inside) as Iterable<FoundMember>
  } else if (
    zip.names.includes('datapackage.json') &&
    zip.names.some((name) => name.startsWith('archive/'))
  ) {
    yield* readWacz(zip, input, inside)
  } else {
    yield* articlesOfFolder(zip, input, inside)
  }
}

async function* articlesOfFolder(zip: Zip, input: FileInput, inside: Inside): AsyncGenerator<FoundMember> {
  const isOwned = ownership(zip.names)
  for (const name of zip.names) {
    if (NO_ARTICLE.test(name) || isOwned(name)) continue
    const bytes = await zip.read(name)
    if (!bytes.ok) {
      yield { part: name, original: null, read: () => bytes }
      continue
    }
    const file = { bytes: bytes.value, fileName: input.fileName, beside: besideIn(zip, name) }
    for await (const found of inside.articlesOf(file)) {
      yield {
        part: found.part === null ? name : `${name} › ${found.part}`,
        original: found.original ?? bytes.value,
        read: found.read,
      }
    }
  }
}

/** Tells whether a file lies in a folder that belongs to a file beside that folder. */
function ownership(names: readonly string[]): (name: string) => boolean {
  const inFolder = new Map<string, Set<string>>()
  for (const name of names) {
    const folder = posix.dirname(name)
    inFolder.set(folder, (inFolder.get(folder) ?? new Set()).add(posix.basename(name)))
  }
  const placed = (folder: string): Placed => ({
    name: posix.basename(folder),
    siblings: inFolder.get(posix.dirname(folder)) ?? new Set(),
  })
  return (name) => {
    for (let folder = posix.dirname(name); folder !== posix.dirname(folder); folder = posix.dirname(folder)) {
      if (isOwnedFolder(placed(folder), placed(posix.dirname(folder)))) return true
    }
    return false
  }
}

/** The files beside one of the archive, which lie in the archive themselves. */
function besideIn(zip: Zip, name: string): Beside {
  return async (paths) => {
    const files: (Uint8Array | null)[] = []
    for (const path of paths) {
      const bytes = await zip.read(posix.join(posix.dirname(name), path))
      files.push(bytes.ok ? bytes.value : null)
    }
    return files
  }
}
