/**
 * Where an import's milliseconds go: takes every page of a folder through the same steps, one after the other in one process, and
 * prints one line of JSON: milliseconds of processor time a page for each step. Its arguments are the folder into which
 * measure-import-pages.mjs has bundled the steps, and the folder of pages.
 */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deserialize, serialize } from 'node:v8'

const [bundle = '', folder = ''] = process.argv.slice(2)
/** @param {string} name */
const part = (name) => import(pathToFileURL(join(bundle, `${name}.mjs`)).href)
const { identify } = await part('identify')
const { parseHtml } = await part('document')
const { readMetadata } = await part('metadata')
const { bodyOf } = await part('body')
const { readHtml } = await part('read')
const { NO_CONTEXT } = await part('context')
const { draftOf } = await part('draft')
const { checkedDraft } = await part('checked')
const { pack } = await part('packing')
const { createLibrary, openLibrary } = await part('library')
const { storeFile } = await part('storing')
const { inTransaction } = await part('database')

/** As the import itself commits (electron/library/import-batch.ts). */
const BATCH = 32

/** @type {Record<string, number>} milliseconds */
const times = {}

/**
 * @template T
 * @param {string} step
 * @param {() => T} work
 * @returns {T}
 */
function timed(step, work) {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  times[step] = (times[step] ?? 0) + (user + system) / 1000
  return result
}

/** @param {string} name */
async function readyFile(name) {
  const bytes = timed('read the file', () => readFileSync(join(folder, name)))
  const known = timed('sniff and decode', () => identify(bytes, name))
  if (!known.ok || known.value.kind !== 'html') return null
  const { decoded } = known.value
  // Apart, to tell their shares; the extraction changes its document, and the reading makes one of its own.
  const document = timed('parse', () => parseHtml(decoded.text))
  const metadata = timed('metadata', () => readMetadata(document, NO_CONTEXT))
  timed('body', () =>
    bodyOf(document, decoded.text, {
      headline: metadata.headlineElement,
      linkedBody: metadata.linkedBody,
      subject: () => metadata.facts.headline?.value ?? '',
    }),
  )
  const reading = timed('whole reading', () => readHtml(decoded, NO_CONTEXT))
  if (!reading.ok) return null
  const draft = timed('analysis', () => draftOf(reading.value))
  const carried = timed('carry to the library', () => deserialize(serialize(draft)))
  const checked = timed('check the draft', () => checkedDraft(carried))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const before = process.cpuUsage()
  const original = await pack(bytes, sha256)
  const { user, system } = process.cpuUsage(before)
  times.pack = (times.pack ?? 0) + (user + system) / 1000
  return { fileName: name, part: null, original, draft: checked }
}

const place = mkdtempSync(join(tmpdir(), 'colophon-bench-'))
const keys = {
  databasePath: join(place, 'library.db'),
  databaseKey: randomBytes(32),
  journalKey: randomBytes(32),
}
await createLibrary(keys)
const opened = await openLibrary({ vault: { ...keys, name: 'Bench' } })
const library = opened.value

/** @param {readonly string[]} names @returns {Promise<number>} pages stored */
async function importAll(names) {
  let stored = 0
  for (let at = 0; at < names.length; at += BATCH) {
    const ready = []
    for (const name of names.slice(at, at + BATCH)) ready.push(await readyFile(name))
    const files = ready.filter((file) => file !== null)
    timed('store, index and commit', () =>
      inTransaction(library.db, () => {
        for (const file of files) timed('store and index', () => storeFile(library, file))
      }),
    )
    stored += files.length
  }
  return stored
}

const names = readdirSync(folder)
/** Share of the pages, the first, that only warm the engine up. */
const WARM_UP = 0.25
const warm = Math.floor(names.length * WARM_UP)
await importAll(names.slice(0, warm))
for (const step of Object.keys(times)) times[step] = 0
const pages = await importAll(names.slice(warm))
library.close()
rmSync(place, { recursive: true, force: true })

const each = (/** @type {string} */ step) => (times[step] ?? 0) / Math.max(1, pages)
const stages = {
  ...Object.fromEntries(
    ['read the file', 'sniff and decode', 'parse', 'metadata', 'body'].map((step) => [step, each(step)]),
  ),
  'write blocks': each('whole reading') - each('parse') - each('metadata') - each('body'),
  ...Object.fromEntries(
    ['analysis', 'carry to the library', 'check the draft', 'pack', 'store and index'].map((step) => [
      step,
      each(step),
    ]),
  ),
  commit: each('store, index and commit') - each('store and index'),
}
console.log(JSON.stringify({ pages, stages }))
