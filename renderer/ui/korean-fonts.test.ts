import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const packages = join(import.meta.dirname, '../../node_modules/@fontsource-variable')
const characters = (face: string): Record<string, string> =>
  JSON.parse(readFileSync(join(packages, face, 'unicode.json'), 'utf8'))

test('both Korean faces are cut into the same files by the same characters', () => {
  expect(characters('noto-serif-kr')).toEqual(characters('noto-sans-kr'))
})

test('every part has its file', () => {
  for (const face of ['noto-sans-kr', 'noto-serif-kr']) {
    const files = readdirSync(join(packages, face, 'files'))
    for (const part of Object.keys(characters(face))) {
      expect(files).toContain(`${face}-${part.replace(/[[\]]/g, '')}-wght-normal.woff2`)
    }
  }
})
