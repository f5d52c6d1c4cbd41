import type { CaptureDraft } from '#domain/article/capture'
import type { FileInput, Member } from './member'

/**
 * To the parser process: a file; that an article of it has been taken and another may be sent; or the files that it asked
 * for.
 */
export type ToParser =
  | (Pick<FileInput, 'bytes' | 'fileName'> & {
      readonly kind: 'file'
      readonly id: number
      /** Whether files lie beside it that may be asked for. */
      readonly hasBeside: boolean
      /** Articles of the file that are not wanted: they were answered, or one of them ended the process before. */
      readonly skip: number
    })
  | { readonly kind: 'taken'; readonly id: number }
  | { readonly kind: 'given'; readonly id: number; readonly files: readonly (Uint8Array | null)[] }

/** From it. Drafts are untrusted until they have passed the contract's schema. */
export type FromParser =
  /** An article of a file of several is about to be read: if the process ends now, this one did it. */
  | { readonly kind: 'begun'; readonly id: number; readonly part: string }
  | {
      readonly kind: 'member'
      readonly id: number
      readonly member: Member<CaptureDraft>
      /** Whether the file holds no more. */
      readonly last: boolean
    }
  | { readonly kind: 'end'; readonly id: number }
  /** Files that lie beside the one being read, by their paths (`Beside`). One question at a time. */
  | { readonly kind: 'asked'; readonly id: number; readonly paths: readonly string[] }

/** Articles of one file that the process sends before one of them must be taken: memory stays flat. */
export const WINDOW = 4

/** Files asked for at once. */
export const MOST_ASKED = 1_000

export function isToParser(message: unknown): message is ToParser {
  if (typeof message !== 'object' || message === null) return false
  const { kind, id } = message as Partial<ToParser>
  if (typeof id !== 'number') return false
  if (kind === 'taken') return true
  if (kind === 'given') return Array.isArray((message as { files?: unknown }).files)
  const { bytes, fileName } = message as Partial<ToParser & { kind: 'file' }>
  return kind === 'file' && bytes instanceof Uint8Array && typeof fileName === 'string'
}

export function isFromParser(message: unknown): message is FromParser {
  if (typeof message !== 'object' || message === null) return false
  const { kind, id } = message as Partial<FromParser>
  if (typeof id !== 'number') return false
  if (kind === 'end') return true
  if (kind === 'begun') return typeof (message as { part?: unknown }).part === 'string'
  if (kind === 'asked') return arePaths((message as { paths?: unknown }).paths)
  return kind === 'member' && isMember((message as { member?: unknown }).member)
}

function arePaths(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MOST_ASKED && value.every((path) => typeof path === 'string')
}

function isMember(value: unknown): value is Member<unknown> {
  if (typeof value !== 'object' || value === null) return false
  const { part, original, result } = value as Partial<Member<unknown>>
  return (
    (part === null || typeof part === 'string') &&
    (original === null || original instanceof Uint8Array) &&
    typeof result === 'object' &&
    result !== null &&
    typeof result.ok === 'boolean'
  )
}
