/** The forms in which a word may lie in a file or in memory (SECURITY.md, Forensics). */

/**
 * @typedef {object} Needle
 * @property {string} name what was looked for, such as `a title`
 * @property {string} encoding
 * @property {Buffer} bytes
 */

/** Base64 turns three bytes into four characters, so a word looks different at each of three places. */
const ALIGNMENTS = [0, 1, 2]

/** @param {Buffer} bytes */
function base64Forms(bytes) {
  return ALIGNMENTS.flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    // The characters at both ends also hold bits of what stands beside the word.
    const first = Math.ceil((offset * 8) / 6)
    const last = Math.floor(((offset + bytes.length) * 8) / 6)
    const inner = text.slice(first, last)
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

/** @param {Buffer} bytes */
function percentForms(bytes) {
  const upper = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('')
  return [upper, upper.toLowerCase()]
}

/** @param {string} word */
function utf16(word) {
  return Buffer.from(word, 'utf16le')
}

/** @type {Readonly<Record<string, (bytes: Buffer, word: string | null) => (Buffer | string)[]>>} */
export const ENCODINGS = {
  'utf-8': (bytes) => [bytes],
  'utf-16': (_bytes, word) => (word === null ? [] : [utf16(word), utf16(word).swap16()]),
  base64: (bytes) => base64Forms(bytes),
  hex: (bytes) => [bytes.toString('hex'), bytes.toString('hex').toUpperCase()],
  percent: (bytes) => percentForms(bytes),
}

/**
 * All that a secret may look like. A word is text; a key is bytes, and has no UTF-16.
 *
 * @param {string} name
 * @param {string | Buffer} secret
 * @returns {Needle[]}
 */
export function needlesOf(name, secret) {
  const word = typeof secret === 'string' ? secret : null
  const bytes = Buffer.from(secret)
  return Object.entries(ENCODINGS).flatMap(([encoding, formsOf]) => {
    const forms = formsOf(bytes, word).map((form) => Buffer.from(form))
    const different = forms.filter((form, at) => forms.findIndex((other) => other.equals(form)) === at)
    return different.map((form) => ({ name, encoding, bytes: form }))
  })
}
