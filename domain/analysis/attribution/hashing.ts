/** FNV-1a over UTF-16 code units: one 32-bit number a string. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return finish(hash)
}

/** One number of a feature's template and up to three values (murmur3's steps). */
export function mix(template: number, a: number, b = 0, c = 0): number {
  let hash = step(Math.imul(template + 1, 0x9e3779b1), a)
  hash = b === 0 ? stepOver(hash) : step(hash, b)
  hash = c === 0 ? stepOver(hash) : step(hash, c)
  return finish(hash)
}

/** `step(hash, 0)`, which is most of them, for less. */
function stepOver(hash: number): number {
  return (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0
}

function step(hash: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51)
  k = (k << 15) | (k >>> 17)
  const mixed = hash ^ Math.imul(k, 0x1b873593)
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0
}

function finish(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
