import type { CaptureDraft } from '#domain/article/capture'
import type { FileInput, Member } from './member'

/** To the parser process: a file, or that an article of it has been taken and another may be sent. */
export type ToParser =
  | (FileInput & {
      readonly kind: 'file'
      readonly id: number
      /** Articles of the file that are not wanted: they were answered, or one of them ended the process before. */
      readonly skip: number
    })
  | { readonly kind: 'taken'; readonly id: number }

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

/** Articles of one file that the process sends before one of them must be taken: memory stays flat. */
export const WINDOW = 4

export function isToParser(message: unknown): message is ToParser {
  if (typeof message !== 'object' || message === null) return false
  const { kind, id } = message as Partial<ToParser>
  if (typeof id !== 'number') return false
  if (kind === 'taken') return true
  const { bytes, fileName } = message as Partial<ToParser & { kind: 'file' }>
  return kind === 'file' && bytes instanceof Uint8Array && typeof fileName === 'string'
}

export function isFromParser(message: unknown): message is FromParser {
  if (typeof message !== 'object' || message === null) return false
  const { kind, id } = message as Partial<FromParser>
  if (typeof id !== 'number') return false
  if (kind === 'end') return true
  if (kind === 'begun') return typeof (message as { part?: unknown }).part === 'string'
  return kind === 'member' && isMember((message as { member?: unknown }).member)
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
