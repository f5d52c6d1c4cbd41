import { failure } from '#domain/failure'
import { failed } from '#domain/result'
import { decode } from '../charset'
import type { HtmlElement } from '../html/document'
import { parseXml } from '../html/xml'
import { type ContainerReader, whole } from '../member'
import { ofEvernote } from './evernote'
import type { ToldArticle } from './told-article'
import { type Listed, membersOfTold } from './told-members'
import { ofWallabagXml } from './wallabag'
import { xmlPieces } from './xml-pieces'

type ListFormat = {
  readonly root: RegExp
  /** An element of the list as an article; null when it holds no text. */
  readonly of: (element: HtmlElement) => ToldArticle | null
}

/** The lists of saved articles that are XML: Evernote's and Wallabag's exports. */
const LISTS: readonly ListFormat[] = [
  { root: /<(en-export)\b[^<>]*>/i, of: ofEvernote },
  { root: /<(result)\b[^<>]*>(?=\s*<entry>)/i, of: ofWallabagXml },
]

/** XML: each article of an export. Other XML is of a format that is not read. */
export const readXml: ContainerReader = function* (input, inside) {
  const { bytes, fileName } = input
  const refused = (code: 'file-damaged' | 'file-not-an-article') =>
    whole(() => failed(failure(code, { file: fileName })))
  const decoded = decode(bytes)
  const text = decoded.ok ? decoded.value.text : ''
  const format = LISTS.find(({ root }) => root.test(text.slice(0, HEAD)))
  if (format === undefined) {
    yield whole(() => failed(failure('file-format-unsupported', { file: fileName, format: 'XML' })))
    return
  }
  const list = xmlPieces(text, format.root)
  if (list === null) {
    yield refused('file-damaged')
    return
  }
  const listed = list.pieces.flatMap((piece): Listed[] => {
    const element = parseXml(list.within(piece)).documentElement?.firstElementChild ?? null
    const article = element === null ? null : format.of(element)
    return article === null ? [] : [{ article, alone: () => Buffer.from(list.within(piece)) }]
  })
  if (listed.length === 0) yield refused('file-not-an-article')
  else yield* membersOfTold(listed, input, inside)
}

/** Characters in which the root of a list is looked for. */
const HEAD = 4096
