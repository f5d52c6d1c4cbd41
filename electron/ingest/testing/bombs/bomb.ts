import type { FailureCode } from '#domain/failure'

/** What may become of a file or of an article in it: read within the limits, or refused by a code. */
export type Ending = 'read' | FailureCode

/** A file made to hurt whoever opens it. */
export type Bomb = {
  /** What it does, for the table. */
  readonly name: string
  readonly fileName: string
  readonly make: () => Uint8Array | Promise<Uint8Array>
  /** What may become of it; of a file of several articles, what may become of each. */
  readonly ends: readonly Ending[]
  /** Pictures that may be kept of it; none unless given. */
  readonly pictures?: number
  /** One of the few that every `npm test` throws. */
  readonly quick?: true
}

/** A sentence that every reader takes for an article, put where a bomb is to be reached by way of one. */
export const STORY =
  'The harbour was closed on Monday, said Ana Ruiz, who is its master, and the ferry to the islands did not sail. ' +
  'The company that runs it did not say when it would sail again, and nobody at the quay had been told of it before.'

export const MIB = 1024 ** 2

/** `unit` so often that it comes to about this many bytes. */
export function filled(unit: string, bytes: number): Buffer {
  return Buffer.alloc(bytes - (bytes % Math.max(1, Buffer.byteLength(unit))), unit)
}

export function page(body: string | Uint8Array, head = ''): Buffer {
  const begin = `<!doctype html><html lang="en"><head><title>Harbour closed</title>${head}</head><body><article><h1>Harbour closed</h1><p>${STORY}</p>`
  return Buffer.concat([Buffer.from(begin), Buffer.from(body), Buffer.from('</article></body></html>')])
}
