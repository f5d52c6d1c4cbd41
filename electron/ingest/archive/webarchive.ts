import { parseBuffer } from 'bplist-parser'
import type { Reading } from '#domain/article/capture'
import { failure } from '#domain/failure'
import { failed, type Result } from '#domain/result'
import type { PageContext } from '../html/context'
import { resourcesOf } from '../html/pictures/resources'
import { type ContainerReader, whole } from '../member'
import { readBytes } from '../read-bytes'
import { isObject, type JsonObject, objects, words } from '../structured/json-value'

/** A page that Safari saved with all its files in one (a binary property list): one article. */
export const readWebArchive: ContainerReader = ({ bytes, fileName }) => [
  whole(() => readPage(bytes, fileName)),
]

function readPage(bytes: Uint8Array, fileName: string): Result<Reading> {
  const list = listIn(bytes)
  if (list === null) return failed(failure('file-damaged', { file: fileName }))
  const main = isObject(list.WebMainResource) ? list.WebMainResource : {}
  const page = dataOf(main)
  if (page === null) return failed(failure('file-not-an-article', { file: fileName }))
  const url = words(main, 'WebResourceURL')
  const context: PageContext = {
    url: url !== null && /^https?:/i.test(url) ? url : null,
    capturedAt: null,
    from: 'webarchive',
    resource: resourcesOf(objects(list.WebSubresources).flatMap(fileOf)),
  }
  const reading = readBytes(page, fileName, context, words(main, 'WebResourceTextEncodingName'))
  return reading.ok
    ? { ...reading, value: { ...reading.value, mediaType: 'application/x-webarchive' } }
    : reading
}

function listIn(bytes: Uint8Array): JsonObject | null {
  try {
    const [list]: unknown[] = parseBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return isObject(list) ? list : null
  } catch {
    // Every error of the library means that the list is broken, or holds itself.
    return null
  }
}

function fileOf(resource: JsonObject) {
  const url = words(resource, 'WebResourceURL')
  const bytes = dataOf(resource)
  return url === null || bytes === null ? [] : [{ addresses: [url], bytes }]
}

function dataOf({ WebResourceData }: JsonObject): Uint8Array | null {
  return WebResourceData instanceof Uint8Array && WebResourceData.length > 0 ? WebResourceData : null
}
