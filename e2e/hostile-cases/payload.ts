/** Something hostile, and what it is made of: markup that a carrier takes in as such, an address, or mere words. */
export type Payload = {
  readonly family: string
  readonly kind: 'markup' | 'address' | 'words'
  readonly words: string
}

/** Whom everything here would call, were it let. */
export const HOST = 'hostile.example'

/** What a script would do, without quotation marks, so that it fits into any attribute. Each is seen by a detector of its own. */
export const DEEDS = [
  'alert(1)',
  'console.log(/hostile script/)',
  `open(/x/.source+location)`,
  `location=/x/.source`,
  `new(Image)().src=/x/.source`,
] as const

export function deed(number: number): string {
  return DEEDS[number % DEEDS.length] ?? DEEDS[0]
}

export function payloads(family: string, kind: Payload['kind'], all: readonly string[]): readonly Payload[] {
  return all.map((words) => ({ family, kind, words }))
}
