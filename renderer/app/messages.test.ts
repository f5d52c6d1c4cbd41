import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { KEY_BINDINGS } from '../client/keys'
import { argumentsOf } from './icu-arguments'
import { LIBRARY_MESSAGES } from './library-messages'

const room = join(import.meta.dirname, '..')
const en = LIBRARY_MESSAGES.en
const ko = LIBRARY_MESSAGES.ko
const ids = Object.keys(en)

describe('the catalogues', () => {
  test('English and Korean have the same messages', () => {
    expect(Object.keys(ko).sort()).toEqual([...ids].sort())
  })

  test('a message takes the same arguments in both languages', () => {
    for (const id of ids) expect([id, argumentsOf(ko[id] ?? '')]).toEqual([id, argumentsOf(en[id] ?? '')])
  })

  test('every message can be formatted, and none is empty', () => {
    for (const [locale, messages] of Object.entries(LIBRARY_MESSAGES)) {
      const problems: string[] = []
      const intl = createIntl({ locale, messages, onError: (error) => problems.push(error.message) })
      for (const id of ids) {
        const values = Object.fromEntries(argumentsOf(messages[id] ?? '').map((name) => [name, 2]))
        expect(intl.formatMessage({ id }, values)).not.toBe('')
      }
      expect(problems).toEqual([])
    }
  })

  test('each file holds only ids of its own name, so that no feature writes over another', () => {
    for (const language of ['en', 'ko']) {
      for (const file of readdirSync(join(room, 'messages', language))) {
        const own = JSON.parse(readFileSync(join(room, 'messages', language, file), 'utf8'))
        const strangers = Object.keys(own).filter((id) => !id.startsWith(`${file.replace(/\.json$/, '')}.`))
        expect([file, strangers]).toEqual([file, []])
      }
    }
  })
})

describe('the ids in the code', () => {
  const sources = readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
    .map((path) => ({ path, text: readFileSync(join(room, path), 'utf8') }))
  const features = [...new Set(ids.map((id) => id.split('.')[0]))].join('|')
  const literal = new RegExp(`['"]((?:${features})\\.[a-z0-9-]+(?:\\.[a-z0-9-]+)*)['"]`, 'g')
  const template = new RegExp(`\`((?:${features})\\.[a-z0-9.-]*)\\$\\{`, 'g')

  test('each exists', () => {
    for (const { path, text } of sources) {
      const missing = [...text.matchAll(literal)].map((match) => match[1] ?? '').filter((id) => !(id in en))
      expect([path, missing]).toEqual([path, []])
    }
  })

  test('each that is put together at run time has messages', () => {
    for (const { path, text } of sources) {
      const missing = [...text.matchAll(template)]
        .map((match) => match[1] ?? '')
        .filter((prefix) => !ids.some((id) => id.startsWith(prefix)))
      expect([path, missing]).toEqual([path, []])
    }
  })

  test('each message is used', () => {
    const all = sources.map(({ text }) => text).join('\n')
    const prefixes = [...all.matchAll(template)].map((match) => match[1] ?? '')
    const unused = ids.filter(
      (id) =>
        !all.includes(`'${id}'`) &&
        !all.includes(`"${id}"`) &&
        !prefixes.some((start) => id.startsWith(start)),
    )
    expect(unused).toEqual([])
  })

  test('every command has a name', () => {
    for (const { command } of KEY_BINDINGS) expect(Object.keys(en)).toContain(`keys.${command}`)
  })
})
