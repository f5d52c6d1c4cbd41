import { expect, test } from 'vitest'
import { z } from 'zod'
import { backups } from './backups'
import type { Capability } from './define'
import { isDirect, SECRET_FIELDS, throughMain } from './direct'
import { exporting } from './exporting'
import { salvaging } from './salvaging'
import type { CapabilityName } from './surface'
import { vault } from './vault'

/** Capabilities that main serves, whole or in part, and that may be asked with a secret. */
const ASKED_OF_MAIN = { backups, salvaging, vault } satisfies { readonly [C in CapabilityName]?: Capability }

/** Names of fields that hold what opens a vault. */
const SECRET = /passphrase|recovery/i

/** Names of everything that an input may hold. */
function fieldsOf(input: unknown): string[] {
  if (input instanceof z.ZodUnion) return input.options.flatMap(fieldsOf)
  return input instanceof z.ZodObject ? Object.keys(input.shape) : []
}

test('no secret is sent to main: mend it in SECRET_FIELDS or DIRECT of contract/direct.ts', () => {
  const sent = Object.entries(ASKED_OF_MAIN).flatMap(([capability, methods]) =>
    Object.entries<Capability[string]>(methods)
      .filter(([method]) => !isDirect(capability, method))
      .flatMap(([method, { input }]) => {
        const fields = fieldsOf(input)
        const veiled = SECRET_FIELDS[`${capability}:${method}`] ?? []
        const bare = fields.filter((field) => SECRET.test(field) && !veiled.includes(field))
        return bare.map((field) => `${capability}:${method} ${field}`)
      }),
  )
  expect(sent).toEqual([])
})

test('a method is served by main or by the library, never by both', () => {
  expect(Object.keys(throughMain('exporting', exporting))).toEqual(['write'])
  expect(isDirect('exporting', 'plan')).toBe(true)
  expect(isDirect('exporting', 'write')).toBe(false)
  expect(isDirect('toString', 'length')).toBe(false)
})
