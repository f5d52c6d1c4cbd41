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
import { readWacz } from './wacz'
import { openZip, type Zip } from './zip'

/** Files that are never articles, by their endings: what pages are drawn with, and what systems leave behind. */
const NO_ARTICLE =
  /\.(?:css|m?js|map|json5|woff2?|ttf|otf|eot|ico|svg|jpe?g|png|gif|webp|avif|bmp|tiff?|mp[34]|m4[av]|webm|og[gv]|wav|exe|dll|db)$|(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i
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
  for (const name of zip.names) {
    if (NO_ARTICLE.test(name) || isOfAPage(name, zip)) continue
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

/** Whether a file lies in the folder that a browser saves beside a page. */
function isOfAPage(name: string, zip: Zip): boolean {
  const page = /^(.*)_files\//.exec(name)?.[1]
  return page !== undefined && zip.names.some((other) => other === `${page}.html` || other === `${page}.htm`)
}

/** The files beside one of the archive, which lie in the archive themselves. */
function besideIn(zip: Zip, name: string): Beside {
  return async (paths) => {
    const files: (Uint8Array | null)[] = []
    for (const path of paths) {
      const inside = posix.join(posix.dirname(name), path)
      const bytes = zip.names.includes(inside) ? await zip.read(inside) : null
      files.push(bytes?.ok ? bytes.value : null)
    }
    return files
  }
}
