import { checkedDraft } from '../../../library/draft'
import { draftsOf } from '../../read-file'
import { withoutLateRejections } from '../../without-late-rejections'
import { mutated } from './mutate'
import { fileOf } from './seed'
import { SEEDS } from './seeds'

/**
 * Reads mutations on demand and tells of each before it begins and after it ended, so that one that hangs or ends this process is
 * known. Never shipped.
 */

export type FuzzOrder = { readonly seed: string; readonly from: number; readonly to: number }
export type FuzzNews =
  | { readonly kind: 'began' | 'read' | 'refused'; readonly number: number }
  | { readonly kind: 'threw' | 'unsound'; readonly number: number; readonly why: string }
  | { readonly kind: 'done' }

/** A mutation that is planted to see that the check sees it. */
const PLANTED = { throw: 'planted: throw', hang: 'planted: hang' }

async function outcomeOf(name: string, number: number): Promise<FuzzNews> {
  if (name === PLANTED.throw) return { kind: 'threw', number, why: await thrown() }
  if (name === PLANTED.hang) for (;;);
  const seed = SEEDS.find((each) => each.name === name)
  if (seed === undefined) throw new Error(`no seed ${name}`)
  const bytes = fileOf(seed, mutated(seed.bytes, number, seed.tokens))
  let read = false
  for await (const { result } of draftsOf({ bytes, fileName: seed.fileName })) {
    if (!result.ok) continue
    if (checkedDraft(result.value) === null)
      return { kind: 'unsound', number, why: 'the library would not take it' }
    read = true
  }
  return { kind: read ? 'read' : 'refused', number }
}

function thrown(): Promise<string> {
  return Promise.reject(new Error('planted'))
}

// As the parser process has it.
withoutLateRejections()
process.on('message', async ({ seed, from, to }: FuzzOrder) => {
  const tell = (news: FuzzNews) => process.send?.(news)
  for (let number = from; number < to; number += 1) {
    tell({ kind: 'began', number })
    tell(
      await outcomeOf(seed, number).catch((error: unknown) => ({
        kind: 'threw',
        number,
        why:
          error instanceof Error
            ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ')
            : String(error),
      })),
    )
  }
  tell({ kind: 'done' })
})
process.on('disconnect', () => process.exit(0))
