/** @typedef {import('./encodings.mjs').Needle} Needle */

/**
 * @typedef {object} Find
 * @property {string} name of the needle
 * @property {string} encoding
 * @property {number} offset bytes into what was searched
 */

/** More than these of one needle in one place tell nothing new. */
const ENOUGH = 20

/**
 * @param {Buffer} bytes
 * @param {readonly Needle[]} needles
 * @returns {Find[]}
 */
export function findAll(bytes, needles) {
  /** @type {Find[]} */
  const finds = []
  for (const { name, encoding, bytes: needle } of needles) {
    let offset = bytes.indexOf(needle)
    for (let count = 0; offset >= 0 && count < ENOUGH; count += 1) {
      finds.push({ name, encoding, offset })
      offset = bytes.indexOf(needle, offset + 1)
    }
  }
  return finds
}
