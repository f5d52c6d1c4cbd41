import { wordlist } from '@scure/bip39/wordlists/english.js'
import { describe, expect, it } from 'vitest'
import { ratePassphrase, suggestPassphrase } from './passphrase'

describe('a suggested passphrase', () => {
  it('is six words of the list, and always strong enough', async () => {
    for (let trial = 0; trial < 100; trial += 1) {
      const words = suggestPassphrase().split(' ')
      expect(words).toHaveLength(6)
      for (const word of words) expect(wordlist).toContain(word)
      expect((await ratePassphrase(words.join(' '))).enough).toBe(true)
    }
  })

  it('is never the same twice', () => {
    const many = Array.from({ length: 1000 }, suggestPassphrase)
    expect(new Set(many).size).toBe(1000)
    expect(new Set(many.flatMap((words) => words.split(' '))).size).toBeGreaterThan(1500)
  })
})

describe('a chosen passphrase', () => {
  it.each([
    '',
    'password',
    'colophon123',
    'correct horse',
    'Tr0ub4dor&3',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    '비밀번호',
  ])('“%s” is too weak', async (passphrase) => {
    expect((await ratePassphrase(passphrase)).enough).toBe(false)
  })

  it.each(['ferry-onion-lantern-quilt-mosaic', 'k8#Vt!q2Zw9@xLm4', '강가의 낡은 등불이 세 번 깜박였다'])(
    '“%s” is enough',
    async (passphrase) => {
      expect((await ratePassphrase(passphrase)).enough).toBe(true)
    },
  )

  it('is rated however long it is', async () => {
    expect((await ratePassphrase('a1b2'.repeat(256))).guessesLog10).toBeGreaterThan(0)
    expect((await ratePassphrase('가나다라 '.repeat(200))).guessesLog10).toBeGreaterThan(0)
  }, 60_000)
})
