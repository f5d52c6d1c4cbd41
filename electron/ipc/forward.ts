import type { Capability, OutputOf } from '#contract/define'
import type { CapabilityName } from '#contract/surface'
import type { Result } from '#domain/result'
import type { Implementation } from './handle'

type Forward = { readonly forward: (channel: string, input: unknown) => Promise<Result<unknown>> }

/** One method that the library process answers as it stands in the contract. */
export function forward<C extends Capability, M extends keyof C & string>(
  name: CapabilityName,
  method: M,
  library: Forward,
): Implementation<C>[M] {
  return (input) => library.forward(`${name}:${method}`, input) as Promise<Result<OutputOf<C[M]>>>
}

/** A capability that the library process answers whole. */
export function forwardAll<C extends Capability>(
  name: CapabilityName,
  capability: C,
  library: Forward,
): Implementation<C> {
  return Object.fromEntries(
    Object.keys(capability).map((method) => [method, forward<C, string>(name, method, library)]),
  ) as Implementation<C>
}
