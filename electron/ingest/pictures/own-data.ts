import { isUtf8 } from 'node:buffer'
import exifr from 'exifr'
import { PICTURE_FACTS, type PictureFact, type PictureFacts } from '#domain/analysis/findings'
import type { CaptureDraft } from '#domain/article/capture'
import type { Told } from '#domain/article/told'
import { isoDate } from '../html/metadata/dates'
import { isObject, type JsonObject } from '../structured/json-value'

/** Only headers are read, and only those that say who made a picture, when and where: no colour profile, no thumbnail. */
const OPTIONS = {
  tiff: true,
  exif: true,
  gps: true,
  iptc: true,
  xmp: true,
  icc: false,
  jfif: false,
  ihdr: false,
  mergeOutput: false,
  reviveValues: false,
  translateValues: false,
} as const

/** What each field is called in XMP (group and name), IPTC and EXIF; the first that tells it is believed. */
const PLACES: Readonly<Record<Exclude<PictureFact, 'position'>, readonly (readonly [string, string])[]>> = {
  creator: [
    ['dc', 'creator'],
    ['iptc', 'Byline'],
    ['ifd0', 'Artist'],
  ],
  credit: [
    ['photoshop', 'Credit'],
    ['iptc', 'Credit'],
  ],
  caption: [
    ['dc', 'description'],
    ['iptc', 'Caption'],
    ['ifd0', 'ImageDescription'],
  ],
  rights: [
    ['dc', 'rights'],
    ['iptc', 'CopyrightNotice'],
    ['ifd0', 'Copyright'],
  ],
  date: [
    ['photoshop', 'DateCreated'],
    ['iptc', 'DateCreated'],
    ['exif', 'DateTimeOriginal'],
  ],
}

/** Longest value that is kept, in UTF-16 code units: captions of agencies have some hundreds. */
const LONGEST = 4_000

/** A draft whose pictures tell what their own files tell of them. A file that cannot be read tells nothing. */
export async function withPictureFacts(draft: CaptureDraft): Promise<CaptureDraft> {
  if (draft.pictureFiles.length === 0) return draft
  const pictures = [...draft.analysis.pictures]
  for (const { picture, bytes } of draft.pictureFiles) {
    const facts = await factsIn(bytes)
    const known = pictures[picture]
    if (known !== undefined && facts !== null) pictures[picture] = { ...known, fileFacts: facts }
  }
  return { ...draft, analysis: { ...draft.analysis, pictures } }
}

/** What a picture's file tells of it; null when it tells nothing. Nothing is decoded. */
export async function factsIn(bytes: Uint8Array): Promise<PictureFacts | null> {
  const read: unknown = await exifr.parse(bytes, OPTIONS).catch(() => null)
  if (!isObject(read)) return null
  const facts: { -readonly [fact in PictureFact]?: Told<string> } = {}
  for (const fact of PICTURE_FACTS) {
    const told = fact === 'position' ? positionIn(read) : firstTold(read, fact)
    if (told !== null) facts[fact] = told
  }
  return Object.keys(facts).length === 0 ? null : facts
}

function firstTold(read: JsonObject, fact: Exclude<PictureFact, 'position'>): Told<string> | null {
  for (const [group, name] of PLACES[fact]) {
    const values = read[group]
    const raw = isObject(values) ? wordsOf(values[name]) : ''
    const words = group === 'iptc' ? asUtf8(raw) : raw
    const value = fact === 'date' ? dayOf(words) : words.replace(/\s+/g, ' ').trim().slice(0, LONGEST)
    if (value) return { value, assertedBy: 'article', range: null, from: formatOf(group) }
  }
  return null
}

function formatOf(group: string): string {
  if (group === 'iptc') return 'iptc'
  return group === 'ifd0' || group === 'exif' || group === 'gps' ? 'exif' : 'xmp'
}

/** A value, a list of them, or one with the language that it is in. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ')
  return isObject(value) ? wordsOf(value.value) : ''
}

/** IPTC's letters come one a byte; nearly every program writes UTF-8 there. */
function asUtf8(words: string): string {
  const bytes = Buffer.from(words, 'latin1')
  return isUtf8(bytes) ? bytes.toString('utf8') : words
}

/** The day as told; EXIF parts it by colons. */
function dayOf(words: string): string | null {
  return isoDate(words.replace(/^(\d{4}):(\d{2}):(\d{2})/, '$1-$2-$3'))
}

/** Degrees of latitude and longitude with five decimals (a metre), north and east positive. */
function positionIn({ gps }: JsonObject): Told<string> | null {
  if (!isObject(gps) || typeof gps.latitude !== 'number' || typeof gps.longitude !== 'number') return null
  const { latitude, longitude } = gps
  const onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  // Cameras without a fix write zeros.
  if (!onEarth || (latitude === 0 && longitude === 0)) return null
  const value = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
  return { value, assertedBy: 'article', range: null, from: 'exif' }
}
