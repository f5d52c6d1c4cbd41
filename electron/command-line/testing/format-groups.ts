import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import type { FailureCode } from '#domain/failure'
import { fileOf, type Seed } from '../../ingest/testing/fuzz/seed'
import { SEEDS } from '../../ingest/testing/fuzz/seeds'
import { writeFiles, ZOTERO_FILES } from '../../library/testing/zotero-export'
import { GIF, PICTURED, page } from './pictured-files'

/** The files of one format, as they are given to the command line. */
export type FormatGroup = {
  readonly format: string
  /** Whether other people's programs made them. */
  readonly real: boolean
  readonly paths: readonly string[]
  /** Articles that are to come out of them, at least. */
  readonly least: number
  /** Why files or parts of them may be refused. */
  readonly refusals: readonly FailureCode[]
}

const ROOT = join(import.meta.dirname, '../../..')
const SHARED = join(ROOT, '..', 'shared', 'data', 'archives')

type RealGroup = Omit<FormatGroup, 'real' | 'paths'> & { readonly folder: string; readonly names: RegExp }

/** Archives that other programs made, some of them broken on purpose. */
const REAL: readonly RealGroup[] = [
  {
    format: 'WARC',
    folder: 'warc',
    names: /\.warc/,
    least: 10,
    refusals: ['file-damaged', 'file-not-an-article'],
  },
  {
    format: 'ARC',
    folder: 'warc',
    names: /\.arc/,
    least: 2,
    refusals: ['file-damaged', 'file-not-an-article'],
  },
  { format: 'WACZ', folder: 'wacz', names: /./, least: 3, refusals: ['file-damaged', 'file-not-an-article'] },
  { format: 'MHTML', folder: 'mhtml', names: /./, least: 2, refusals: ['file-not-an-article'] },
  { format: 'ninjs 2.1', folder: 'ninjs/2.1', names: /\.json$/, least: 4, refusals: ['file-not-an-article'] },
  { format: 'ninjs 3.0', folder: 'ninjs/3.0', names: /\.json$/, least: 4, refusals: ['file-not-an-article'] },
]

/** All groups; what has to be made is written into `folder`. */
export function formatGroups(folder: string): FormatGroup[] {
  return [...realGroups(), sampleLibrary(), ...folders(folder), ...pictured(folder), ...seeds(folder)]
}

function realGroups(): FormatGroup[] {
  return REAL.filter(({ folder }) => existsSync(join(SHARED, folder))).map(({ folder, names, ...group }) => {
    const found = readdirSync(join(SHARED, folder)).filter((name) => names.test(name))
    return { ...group, real: true, paths: found.map((name) => join(SHARED, folder, name)) }
  })
}

function sampleLibrary(): FormatGroup {
  const paths = [join(ROOT, 'assets', 'sample-library')]
  return { format: 'sample library (text, pages)', real: false, paths, least: 12, refusals: [] }
}

const OMNIVORE = {
  slug: 'ferry',
  title: 'Ferry cut by half',
  author: 'Ane Holm',
  url: 'https://post.example/ferry',
  savedAt: '2024-01-05T10:11:12.000Z',
  publishedAt: '2024-01-04T07:15:00.000Z',
}

/** What comes as a folder. */
function folders(folder: string): FormatGroup[] {
  const written = (name: string, files: Readonly<Record<string, string | Uint8Array>>) => {
    writeFiles(join(folder, name), files)
    return [join(folder, name)]
  }
  const base = { real: false, least: 1, refusals: [] }
  return [
    {
      ...base,
      format: 'page with its folder',
      paths: written('complete', {
        'Ferry cut.html': page('Ferry%20cut_files/quay.gif'),
        'Ferry cut_files/quay.gif': GIF,
        'Ferry cut_files/site.js': 'void 0',
      }),
    },
    {
      ...base,
      format: 'Markdown with pictures beside it',
      paths: written('clippings', {
        'Pier closed.md':
          '---\ntitle: Pier closed\nauthor: [Mina Orr]\npublished: 2024-01-04\nsource: https://harbour.example/pier\n---\n\nThe pier is closed, said Ana Ruiz.\n\n![The pier](img/pier.gif)\n',
        'img/pier.gif': GIF,
      }),
    },
    {
      ...base,
      format: 'Omnivore export',
      paths: written('omnivore', {
        'metadata_0_to_20.json': JSON.stringify([OMNIVORE, { ...OMNIVORE, slug: 'gone', title: 'Gone' }]),
        'content/ferry.html': page('https://post.example/quay.gif'),
        'highlights/ferry.md': '> cut by half',
      }),
      refusals: ['entry-without-text'],
    },
    {
      ...base,
      format: 'Zotero RDF with files',
      paths: written('zotero', ZOTERO_FILES),
      least: 3,
      refusals: ['entry-without-text'],
    },
    {
      ...base,
      format: 'Zotero RDF with files, as a ZIP',
      paths: [join(written('zipped', { 'zotero.zip': zipSync({ ...ZOTERO_FILES }) })[0] ?? '', 'zotero.zip')],
      least: 3,
      refusals: ['entry-without-text'],
    },
  ]
}

/** One small file each. */
function pictured(folder: string): FormatGroup[] {
  return PICTURED.map(([format, name, bytes]) => {
    writeFiles(join(folder, 'pictured'), { [name]: bytes })
    return { format, real: false, paths: [join(folder, 'pictured', name)], least: 1, refusals: [] }
  })
}

/** The seeds of the fuzzing, each whole: one small valid file of every reader that is not tried above. */
function seeds(folder: string): FormatGroup[] {
  const tried = new Set<string>(PICTURED.map(([format]) => format))
  const left = SEEDS.filter(({ name, pictures, packed }) => {
    return pictures === undefined && packed === undefined && !tried.has(name)
  })
  return left.map((seed: Seed, index) => {
    const name = `${index}-${seed.fileName}`
    writeFiles(join(folder, 'seeds'), { [name]: fileOf(seed) })
    return {
      format: seed.name,
      real: false,
      paths: [join(folder, 'seeds', name)],
      least: seed.refusal === undefined ? 1 : 0,
      refusals: seed.refusal === undefined ? [] : [seed.refusal],
    }
  })
}
