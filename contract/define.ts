import type { z } from 'zod'
import type { FailureCode } from '#domain/failure'

/**
 * One request of the contract. `when: 'unlocked'` is enforced in one place (electron/ipc): before the vault is open
 * such a request is refused and never reaches the library.
 */
export type Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly input: I
  readonly output: O
  readonly when: 'always' | 'unlocked'
}

/** A capability: its methods by name. The channel of `open` in capability `articles` is `articles:open`. */
export type Capability = Readonly<Record<string, Method>>

export function method<I extends z.ZodType, O extends z.ZodType>(
  when: Method['when'],
  input: I,
  output: O,
): Method<I, O> {
  return { when, input, output }
}

/** What crosses a boundary when something expected fails: a code, a sentence for a person, what it is about. */
export type SpokenFailure = {
  readonly code: FailureCode
  readonly message: string
  readonly detail?: Readonly<Record<string, string | number>>
}

/** Every answer over a boundary. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: SpokenFailure }

export type InputOf<M extends Method> = z.input<M['input']>
export type ParsedInputOf<M extends Method> = z.output<M['input']>
export type OutputOf<M extends Method> = z.output<M['output']>
