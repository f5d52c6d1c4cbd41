import type { Capability } from '#contract/define'
import type { CapabilityName } from '#contract/surface'
import type { Result } from '#domain/result'
import type { Implementation } from './handle'

type Forward = { readonly forward: (channel: string, input: unknown) => Promise<Result<unknown>> }

/** A capability that the library process answers whole, as it stands in the contract. */
export function forwardAll<C extends Capability>(
  name: CapabilityName,
  capability: C,
  library: Forward,
): Implementation<C> {
  return Object.fromEntries(
    Object.keys(capability).map((method) => [
      method,
      (input: unknown) => library.forward(`${name}:${method}`, input),
    ]),
  ) as Implementation<C>
}
