import type { BackupProgress } from '#contract/backups'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { type BackedUp, type BackupOptions, backUp } from '../backup/back-up'
import { lookAtBackup } from '../backup/format'
import { rehearseRestore, restoreBackup } from '../backup/restore'
import type { LibraryRequests } from '../protocol'

/** How often progress is told: ms. */
const INTERVAL = 100

type BackupChannel = Extract<keyof LibraryRequests, `backups:${string}`>

export type BackupWork = {
  readonly requests: {
    readonly [C in BackupChannel]: (
      input: LibraryRequests[C]['input'],
    ) => Promise<Result<LibraryRequests[C]['output']>>
  }
  /** Cancels what is under way and waits until nothing of it is left: the key is about to go. */
  readonly end: () => Promise<void>
}

/** Backing up and restoring as the library process does it: one at a time, with progress and cancel. */
export function createBackupWork(options: {
  readonly opened: () => BackedUp | null
  readonly onProgress: (progress: BackupProgress) => void
}): BackupWork {
  let under: { readonly stop: AbortController; readonly done: Promise<unknown> } | null = null

  async function end(): Promise<void> {
    under?.stop.abort()
    await under?.done.catch(() => undefined)
  }

  /** A second one ends the first: whoever asks anew has left the other. */
  async function begin<T>(work: (options: BackupOptions) => Promise<Result<T>>): Promise<Result<T>> {
    await end()
    const stop = new AbortController()
    const done = work({ signal: stop.signal, onProgress: seldom(options.onProgress) })
    const mine = { stop, done }
    under = mine
    try {
      return await done
    } finally {
      if (under === mine) under = null
    }
  }

  return {
    end,
    requests: {
      'backups:make': ({ file }) => {
        const from = options.opened()
        if (from === null) return Promise.resolve(failed(failure('vault-locked')))
        return begin((given) => backUp(from, file, given))
      },
      'backups:cancel': async () => {
        await end()
        return ok(null)
      },
      'backups:look': ({ file }) => lookAtBackup(file),
      'backups:rehearse': (input) => begin((given) => rehearseRestore(input, given)),
      'backups:restore': (input) => begin((given) => restoreBackup(input, given)),
    },
  }
}

/** Tells the beginning and the end of each step, and between them only now and then. */
function seldom(tell: (progress: BackupProgress) => void): (progress: BackupProgress) => void {
  let lastStep: BackupProgress['step'] | null = null
  let lastTold = 0
  return (progress) => {
    const isEdge = progress.step !== lastStep || progress.done >= progress.total
    if (!isEdge && Date.now() - lastTold < INTERVAL) return
    lastStep = progress.step
    lastTold = Date.now()
    tell(progress)
  }
}
