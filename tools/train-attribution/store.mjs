// Weights as they ship: one signed byte each, times the scale of their table.

/** @typedef {{ table: Float32Array | Int8Array, scale: number }} Weights */

/** Outliers beyond this share of the weights are cut off, so that the rest keep their fineness. */
const KEPT = 0.9999

/** @param {Weights} weights @returns {{ table: Int8Array, scale: number }} */
function toBytes({ table, scale }) {
  const sizes = Array.from(table, Math.abs)
    .filter((size) => size > 1e-6)
    .sort((a, b) => a - b)
  const limit = sizes[Math.floor(sizes.length * KEPT)] ?? 1
  const step = limit / 127
  return {
    table: Int8Array.from(table, (w) => Math.max(-127, Math.min(127, Math.round(w / step)))),
    scale: step * scale,
  }
}

/** @param {Record<string, Weights>} model */
export function quantised(model) {
  return Object.fromEntries(Object.entries(model).map(([name, weights]) => [name, toBytes(weights)]))
}

/** @param {Record<string, Weights>} model */
export function stored(model) {
  return Object.fromEntries(
    Object.entries(quantised(model)).map(([name, { table, scale }]) => [
      name,
      { scale, size: table.length, base64: Buffer.from(table.buffer).toString('base64') },
    ]),
  )
}
