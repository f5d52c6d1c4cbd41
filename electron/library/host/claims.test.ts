import { expect, test } from 'vitest'
import { createClaims } from './claims'

test('a secret takes the place of its claim check, once', () => {
  const claims = createClaims()
  const claim = claims.leave('six words that open it')
  const input = { folder: '/vaults/a', passphrase: claim, count: 3 }
  expect(claims.redeem(input)).toEqual({ ...input, passphrase: 'six words that open it' })
  expect(claims.redeem(input)).toEqual(input)
  expect(claims.take(claim)).toBeUndefined()
})

test('what is no claim check stays as it is', () => {
  const claims = createClaims()
  for (const input of [null, undefined, 'words', 7, ['a'], { name: 'Reports', nothing: null }])
    expect(claims.redeem(input)).toEqual(input)
})

test('an answer that stays with the library is fetched by its claim check', () => {
  const claims = createClaims()
  const manifest = { files: ['a.md'] }
  expect(claims.take(claims.leave(manifest))).toBe(manifest)
})
