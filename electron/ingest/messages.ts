import type { CaptureDraft } from '#domain/article/capture'
import type { Result } from '#domain/result'

/** One file for the parser process. `fileName` is its base name, for the sentence of a failure. */
export type ParseRequest = { readonly id: number; readonly bytes: Uint8Array; readonly fileName: string }

/** Its answer. The draft is untrusted until it has passed the contract's schema. */
export type ParseAnswer = { readonly id: number; readonly result: Result<CaptureDraft> }

export function isParseRequest(message: unknown): message is ParseRequest {
  if (typeof message !== 'object' || message === null) return false
  const { id, bytes, fileName } = message as Partial<ParseRequest>
  return typeof id === 'number' && bytes instanceof Uint8Array && typeof fileName === 'string'
}

export function isParseAnswer(message: unknown): message is ParseAnswer {
  if (typeof message !== 'object' || message === null) return false
  const { id, result } = message as Partial<ParseAnswer>
  return (
    typeof id === 'number' && typeof result === 'object' && result !== null && typeof result.ok === 'boolean'
  )
}
