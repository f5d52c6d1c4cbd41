import { ipcMain } from 'electron'
import type { Answer, Capability, Method, OutputOf, ParsedInputOf } from '#contract/define'
import type { CapabilityName } from '#contract/surface'
import { type Failure, failure } from '#domain/failure'
import { failed, type Result } from '#domain/result'
import { isTrustedSender } from './trusted-sender'

/** What implements a capability: every method of it, or it does not compile. */
export type Implementation<C extends Capability> = {
  readonly [M in keyof C]: (input: ParsedInputOf<C[M]>) => Promise<Result<OutputOf<C[M]>>>
}

/** What the gate asks and tells: whether the vault is open, and how a failure is worded for the person at hand. */
export type Gate = {
  readonly isUnlocked: () => boolean
  readonly speak: (failure: Failure) => Answer<never>
  /** A bug: told to the developer's log by code and channel only, never by content. */
  readonly report: (channel: string, error: unknown) => void
}

/**
 * Registers every method of a capability: the one place that touches `ipcMain`. Each call is refused unless it comes
 * from our own main frame, its input satisfies the schema, and the vault is open where the contract says so.
 */
export function handle<C extends Capability>(
  name: CapabilityName,
  capability: C,
  implementation: Implementation<C>,
  gate: Gate,
): void {
  for (const [methodName, method] of Object.entries<Method>(capability)) {
    const channel = `${name}:${methodName}`
    const implement = implementation[methodName] as (input: unknown) => Promise<Result<unknown>>
    ipcMain.handle(channel, async (event, input: unknown): Promise<Answer<unknown>> => {
      if (!isTrustedSender(event)) return gate.speak(failure('request-refused'))
      const outcome = await answer(method, input, implement, gate, channel)
      return outcome.ok ? outcome : gate.speak(outcome.failure)
    })
  }
}

async function answer(
  method: Method,
  input: unknown,
  implement: (input: unknown) => Promise<Result<unknown>>,
  gate: Gate,
  channel: string,
): Promise<Result<unknown>> {
  if (method.when === 'unlocked' && !gate.isUnlocked()) return failed(failure('vault-locked'))
  const parsed = method.input.safeParse(input)
  if (!parsed.success) return failed(failure('request-refused'))
  try {
    return await implement(parsed.data)
  } catch (error) {
    gate.report(channel, error)
    return failed(failure('internal'))
  }
}
