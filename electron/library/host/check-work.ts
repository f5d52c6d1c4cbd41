import type { SalvageProgress } from '#contract/salvaging'
import type { VerifyProgress } from '#contract/verifying'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { createParser, type ParserPort } from '../../ingest/client'
import { failureOf } from '../../store/database'
import { headerNow } from '../../vault/header-now'
import type { OpenVault } from '../../vault/opened-vault'
import { replaceRecoveryCode } from '../../vault/recovery'
import type { Library } from '../library'
import type { LibraryRequests } from '../protocol'
import { salvage } from '../salvaging'
import { captureUnchanged, verifyLibrary } from '../verifying'
import { done } from './key-work'

type CheckChannel = Extract<keyof LibraryRequests, `verifying:${string}` | `salvaging:${string}`>

export type CheckWork = {
  readonly requests: {
    readonly [C in CheckChannel]: (
      input: LibraryRequests[C]['input'],
    ) => Promise<Result<LibraryRequests[C]['output']>>
  }
  /** Cancels what is under way and waits until nothing of it is left: the key is about to go. */
  readonly end: () => Promise<void>
}

/** Checking and rescuing as the library process does it: one at a time, with progress and cancel. */
export function createCheckWork(options: {
  readonly opened: () => { readonly vault: OpenVault; readonly library: Library } | null
  /** Closes what is open: a library that is rescued must stand still. */
  readonly close: () => Promise<unknown>
  readonly spawnParser: () => ParserPort
  readonly onVerifyProgress: (progress: VerifyProgress) => void
  readonly onSalvageProgress: (progress: SalvageProgress) => void
}): CheckWork {
  let under: { readonly stop: AbortController; readonly done: Promise<unknown> } | null = null

  async function end(): Promise<void> {
    under?.stop.abort()
    await under?.done.catch(() => undefined)
  }

  async function begin<T>(work: (signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> {
    await end()
    const stop = new AbortController()
    const mine = { stop, done: work(stop.signal) }
    under = mine
    try {
      return await mine.done
    } finally {
      if (under === mine) under = null
    }
  }

  async function cancel(): Promise<Result<null>> {
    await end()
    return ok(null)
  }

  return {
    end,
    requests: {
      'verifying:check': async () => {
        const open = options.opened()
        if (open === null) return failed(failure('vault-locked'))
        const given = { onProgress: options.onVerifyProgress }
        return begin(async (signal) =>
          verifyLibrary(open.library, await headerNow(open.vault), { ...given, signal }),
        )
      },
      'verifying:cancel': cancel,
      'verifying:capture': async (input) => {
        const open = options.opened()
        return open === null
          ? failed(failure('vault-locked'))
          : told(() => captureUnchanged(open.library, input))
      },
      'salvaging:salvage': async (input) => {
        await options.close()
        const parser = createParser({ spawn: options.spawnParser })
        const given = { onProgress: options.onSalvageProgress }
        return begin((signal) => salvage({ ...input, parser }, { ...given, signal })).finally(parser.close)
      },
      'salvaging:cancel': cancel,
      'salvaging:give-recovery-code': async (input) => done(await replaceRecoveryCode(input)),
    },
  }
}

/** What the database fails with is told; anything else is a bug. */
function told<T>(read: () => Result<T>): Result<T> {
  try {
    return read()
  } catch (error) {
    const expected = failureOf(error)
    if (expected === null) throw error
    return failed(expected)
  }
}
