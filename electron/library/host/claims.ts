import { randomUUID } from 'node:crypto'

/** What the page and the library say to each other without main: each is left once and taken once, for its claim check. */
export type Claims = {
  /** Returns the claim check. */
  readonly leave: (secret: unknown) => string
  /** What was left for it; undefined when nothing was, or it was taken. */
  readonly take: (claim: string) => unknown
  /** The input with what was left in the place of each claim check among its fields. */
  readonly redeem: (input: unknown) => unknown
}

export function createClaims(): Claims {
  const left = new Map<string, unknown>()

  function take(claim: string): unknown {
    const secret = left.get(claim)
    left.delete(claim)
    return secret
  }
  const redeemed = (value: unknown) => (typeof value === 'string' && left.has(value) ? take(value) : value)

  return {
    leave: (secret) => {
      const claim = randomUUID()
      left.set(claim, secret)
      return claim
    },
    take,
    redeem: (input) =>
      typeof input === 'object' && input !== null && !Array.isArray(input)
        ? Object.fromEntries(Object.entries(input).map(([name, value]) => [name, redeemed(value)]))
        : input,
  }
}
