import { z } from 'zod'

/** Longest passphrase accepted, in UTF-16 code units: far beyond any phrase, and small enough to hash at once. */
const PASSPHRASE_LIMIT = 1024
export const passphrase = z.string().min(1).max(PASSPHRASE_LIMIT)

/** 24 words of at most eight letters, as somebody typed them: numbers and line breaks among them. */
export const recoveryCode = z.string().min(1).max(1024)

/** One of the two ways into a vault. */
export const secret = z.union([z.object({ passphrase }), z.object({ recoveryCode })])
export type Secret = z.output<typeof secret>
