import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * A piece of text and where it stands. Lengths are PDF points; `y` is the base line and grows downward from the page's top, as
 * the page is shown.
 */
export type Run = {
  readonly words: string
  readonly x: number
  readonly right: number
  readonly y: number
  /** Font size. */
  readonly size: number
  /** Whether the file has a blank behind it, be it at the end of a line. */
  readonly blankAfter: boolean
}

export type PageRuns = { readonly runs: readonly Run[]; readonly height: number }

/** Text that is turned by more than this (tangent) is a stamp in the margin or a label of a drawing. */
const MOST_TURN = 0.2

/** The text of a page in the order of the file. */
export async function runsOf(page: PDFPageProxy): Promise<PageRuns> {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const runs: Run[] = []
  for (const item of items) {
    if (!('str' in item)) continue
    const last = runs.at(-1)
    if (item.str.trim() === '') {
      if (last !== undefined && item.str !== '') runs[runs.length - 1] = { ...last, blankAfter: true }
      continue
    }
    const [a, b, , d, x, y] = transformed(viewport.transform, item.transform)
    const size = Math.abs(d) || Math.abs(a)
    if (Math.abs(b) > Math.abs(a) * MOST_TURN || size === 0) continue
    const words = item.str.replace(/\s+/g, ' ').trim()
    runs.push({ words, x, right: x + item.width, y, size, blankAfter: /\s$/.test(item.str) })
  }
  return { runs, height: viewport.height }
}

type Matrix = readonly [number, number, number, number, number, number]

/** The product of two matrices as PDF writes them (ISO 32000-2, 8.3.4). */
function transformed(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a1 = 1, b1 = 0, c1 = 0, d1 = 1, e1 = 0, f1 = 0] = outer
  const [a2 = 1, b2 = 0, c2 = 0, d2 = 1, e2 = 0, f2 = 0] = inner
  return [
    a1 * a2 + c1 * b2,
    b1 * a2 + d1 * b2,
    a1 * c2 + c1 * d2,
    b1 * c2 + d1 * d2,
    a1 * e2 + c1 * f2 + e1,
    b1 * e2 + d1 * f2 + f1,
  ]
}
