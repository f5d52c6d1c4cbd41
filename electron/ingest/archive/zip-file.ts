import { failure } from '#domain/failure'
import { failed } from '#domain/result'
import { EPUB_CONTAINER, readEpub } from '../epub/read'
import {
  type Companion,
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
    const companions = await companionsIn(zip, name)
    for await (const found of inside.articlesOf({
      bytes: bytes.value,
      fileName: input.fileName,
      companions,
    })) {
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

async function companionsIn(zip: Zip, page: string): Promise<Companion[]> {
  const stem = /^(.*)\.x?html?$/i.exec(page)?.[1]
  if (stem === undefined) return []
  const folder = page.slice(0, page.lastIndexOf('/') + 1)
  const companions: Companion[] = []
  for (const name of zip.names.filter((other) => other.startsWith(`${stem}_files/`))) {
    const bytes = await zip.read(name)
    if (bytes.ok) companions.push({ path: name.slice(folder.length), bytes: bytes.value })
  }
  return companions
}
