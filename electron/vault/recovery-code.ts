import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { forget, randomBytes } from './keys'

/** 256 bits: 24 words of eleven bits, eight of them a check sum (BIP39). */
const ENTROPY_LENGTH = 32
export const RECOVERY_WORDS = 24

const WORDS = new Set(wordlist)

/** A new recovery code: 24 words of the BIP39 list, joined by blanks. */
export function newRecoveryCode(): string {
  const entropy = randomBytes(ENTROPY_LENGTH)
  const code = entropyToMnemonic(entropy, wordlist)
  forget(entropy)
  return code
}

/**
 * The 32 bytes that a code stands for, as somebody typed it: capitals, line breaks, commas and the numbers of the printed
 * kit are no obstacle. The caller zeroes them.
 *
 * Fails with `recovery-code-missing`, or with `recovery-code-mistyped`: `place` is the number of the first word that is not in
 * the list; without it there are too few or too many words, or one is another word of the list.
 */
export function recoveryEntropy(typed: string): Result<Buffer> {
  const words = typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
  if (words.length === 0) return failed(failure('recovery-code-missing'))
  const strange = words.findIndex((word) => !WORDS.has(word))
  if (strange >= 0) return failed(failure('recovery-code-mistyped', { place: strange + 1 }))
  if (words.length !== RECOVERY_WORDS) return failed(failure('recovery-code-mistyped'))
  try {
    const entropy = mnemonicToEntropy(words.join(' '), wordlist)
    const bytes = Buffer.alloc(ENTROPY_LENGTH)
    bytes.set(entropy)
    entropy.fill(0)
    return ok(bytes)
  } catch {
    return failed(failure('recovery-code-mistyped'))
  }
}
