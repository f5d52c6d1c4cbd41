import { wordlist } from '@scure/bip39/wordlists/english.js'
import sodium from 'sodium-native'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'

/** Six words of 2,048: 66 bits, that is 7 x 10^19 guesses, each of which costs one Argon2id. */
const SUGGESTED_WORDS = 6

/** Fewest guesses that a chosen passphrase must withstand (SECURITY.md, Keys and vault). */
const LEAST_GUESSES_LOG10 = 14

/** How much of a passphrase is looked at: the estimate's time grows with the square of the length. */
const RATED_LENGTH = 128

/** Six random words joined by spaces, from a list made to be typed and told apart (BIP39, English). */
export function suggestPassphrase(): string {
  const words = Array.from(
    { length: SUGGESTED_WORDS },
    () => wordlist[sodium.randombytes_uniform(wordlist.length)],
  )
  return words.join(' ')
}

/** How strong a passphrase is: log10 of the guesses it withstands, and whether that is enough. */
export type PassphraseRating = { readonly guessesLog10: number; readonly enough: boolean }

/** Rates a chosen passphrase by zxcvbn, whose word lists are loaded on first use. */
export async function ratePassphrase(passphrase: string): Promise<PassphraseRating> {
  const estimate = await estimator()
  const { guessesLog10 } = estimate(passphrase.normalize('NFKC').slice(0, RATED_LENGTH))
  return { guessesLog10, enough: guessesLog10 >= LEAST_GUESSES_LOG10 }
}

/** Whether a new passphrase will do. Failures: `passphrase-missing`, `passphrase-too-weak`. */
export async function acceptedPassphrase(passphrase: string): Promise<Result<void>> {
  if (passphrase === '') return failed(failure('passphrase-missing'))
  const rating = await ratePassphrase(passphrase)
  return rating.enough ? ok(undefined) : failed(failure('passphrase-too-weak'))
}

type Estimate = (passphrase: string) => { readonly guessesLog10: number }
let loaded: Promise<Estimate> | null = null

function estimator(): Promise<Estimate> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, colophon: ['colophon'] },
    graphs: common.adjacencyGraphs,
  })
  return (passphrase) => zxcvbn.check(passphrase)
}
