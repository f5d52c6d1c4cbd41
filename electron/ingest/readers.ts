import type { ContainerReader } from './member'

/** The reader of each format that `sniff.ts` can tell, by the name it gives it. Plain text and pages are `read-bytes.ts`. */
export const READERS: Readonly<Record<string, ContainerReader>> = {}
