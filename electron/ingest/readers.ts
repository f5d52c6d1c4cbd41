import { failure } from '#domain/failure'
import { failed } from '#domain/result'
import { readArc } from './archive/arc'
import { readGzip } from './archive/gzip'
import { readWarc } from './archive/warc'
import { readWebArchive } from './archive/webarchive'
import { readZip } from './archive/zip-file'
import { readZotero } from './collection/zotero'
import { readEpub } from './epub/read'
import { readMarkdown } from './markdown/read'
import { type ContainerReader, whole } from './member'
import { readEmail } from './mime/email'
import { readMbox } from './mime/mbox'
import { readMhtml } from './mime/mhtml'
import { readPdf } from './pdf/read'
import { readTable } from './structured/csv-file'
import { readFeed } from './structured/feed'
import { readJson } from './structured/json-file'
import { readXml } from './structured/xml-file'

/** The reader of each format that `sniff.ts` can tell, by the name it gives it. Plain text and pages are `read-bytes.ts`. */
export const READERS: Readonly<Record<string, ContainerReader>> = {
  MHTML: readMhtml,
  'e-mail': readEmail,
  mailbox: readMbox,
  'web archive': readWebArchive,
  gzip: readGzip,
  WARC: readWarc,
  ARC: readArc,
  ZIP: readZip,
  EPUB: readEpub,
  PDF: readPdf,
  Markdown: readMarkdown,
  feed: readFeed,
  'address list': ({ fileName }) => [whole(() => failed(failure('file-only-addresses', { file: fileName })))],
  JSON: readJson,
  XML: readXml,
  table: readTable,
  Zotero: readZotero,
}
