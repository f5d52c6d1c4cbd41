import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LABELS, scoresOf } from './crf'
import { emptyRows } from './frame-features'

const ROWS = 8
const table = (width: number) =>
  fc.int8Array({ minLength: ROWS * width, maxLength: ROWS * width }).map((bytes) => Int8Array.from(bytes))
/** Rows of three elements; a frame's element has some fifty. */
const rows = fc.array(fc.array(fc.nat(ROWS - 1), { maxLength: 60 }), { minLength: 3, maxLength: 3 })

function placed(elements: readonly number[][]) {
  const start = [0]
  for (const element of elements) start.push((start.at(-1) ?? 0) + element.length)
  return { rows: Int32Array.from(elements.flat()), start: Int32Array.from(start) }
}

describe('the scores of a frame', () => {
  it('are the same whether bytes are added one by one or four at once', () => {
    fc.assert(
      fc.property(table(LABELS), table(LABELS * LABELS), rows, rows, (nodes, edges, ofNodes, ofEdges) => {
        const [node, edge] = [placed(ofNodes), placed(ofEdges)]
        const empty = emptyRows()
        const frame = {
          nodes: { ...empty.nodes, rows: node.rows },
          edges: { ...empty.edges, rows: edge.rows },
          nodeStart: node.start,
          edgeStart: edge.start,
        }
        const packed = ({ buffer }: Int8Array) => ({ packed: new Int32Array(buffer) })
        const [one, four] = [0, 1].map((times) => {
          const scores = { node: new Float64Array(0), edge: new Float64Array(0) }
          const weights = (bytes: Int8Array) => ({
            table: bytes,
            scale: 0.01,
            ...(times ? packed(bytes) : {}),
          })
          scoresOf(frame, 3, weights(nodes), weights(edges), scores)
          return scores
        })
        // Nought has no sign in what reads the scores.
        const plain = (scores: Float64Array | undefined) => [...(scores ?? [])].map((score) => score + 0)
        expect(plain(four?.node)).toEqual(plain(one?.node))
        expect(plain(four?.edge)).toEqual(plain(one?.edge))
      }),
    )
  })
})
