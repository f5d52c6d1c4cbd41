import type { RenewalProgress } from '#contract/keys'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { openVault, readHeader } from '../../vault/open-vault'
import type { OpenVault } from '../../vault/opened-vault'
import type { LibraryRequests } from '../protocol'
import { reencryptLibrary } from '../renewing-keys'

/** How often progress is told: ms. */
const INTERVAL = 100

type KeyChannel = Extract<keyof LibraryRequests, `keys:${string}`>

type KeyRequests = {
  readonly [C in KeyChannel]: (
    input: LibraryRequests[C]['input'],
  ) => Promise<Result<LibraryRequests[C]['output']>>
}

/** What the session lends to work on the keys. */
type Lent = {
  /** The vault that is open now. */
  readonly vault: () => OpenVault | null
  /** Finishes what is being written and closes the database; the vault stays held. */
  readonly suspend: () => Promise<void>
  /** Opens the library of the vault again, or of the one that has taken its place; closes a vault whose library does not open. */
  readonly resume: (vault: Result<OpenVault>) => Promise<Result<unknown>>
  readonly onProgress: (progress: RenewalProgress) => void
}

/** Changes of the ways into the open vault, one after the other. */
export function createKeyWork(lent: Lent): {
  readonly requests: KeyRequests
  /** Stops a renewal and waits until the work in hand is done: the vault is about to be closed. */
  readonly stop: () => Promise<void>
} {
  let renewing: AbortController | null = null
  let queue: Promise<unknown> = Promise.resolve()

  /** Runs `work` on the open vault when the work before it is done. */
  function next<T>(work: (vault: OpenVault) => Promise<Result<T>>): Promise<Result<T>> {
    const run = async (): Promise<Result<T>> => {
      const vault = lent.vault()
      return vault === null ? failed(failure('vault-locked')) : work(vault)
    }
    const result = queue.then(run)
    queue = result.catch(() => undefined)
    return result
  }

  async function renew(
    vault: OpenVault,
    secrets: LibraryRequests['keys:renew']['input'],
  ): Promise<Result<null>> {
    renewing = new AbortController()
    const { signal } = renewing
    /** The vault to go on with: the same, unless its header may have taken up the new keys. */
    let after: OpenVault | null = vault
    try {
      await lent.suspend()
      const rotated = await vault.rotate({
        ...secrets,
        reencrypt: (from, to) =>
          reencryptLibrary(from, to, { signal, onProgress: atIntervals(lent.onProgress) }),
        onCommit: () => {
          after = null
        },
      })
      if (rotated.ok) after = rotated.value
      return rotated.ok ? ok(null) : rotated
    } finally {
      renewing = null
      await lent.resume(after === null ? await openAnew(vault, secrets.passphrase) : ok(after))
    }
  }

  return {
    requests: {
      'keys:facts': () =>
        next(async ({ folder }) => {
          const facts = await readHeader(folder)
          if (!facts.ok) return facts
          const { hasRecoveryCode, generation } = facts.value
          return ok({ hasRecoveryCode, generation })
        }),
      'keys:change-passphrase': (input) => next(async (vault) => done(await vault.changePassphrase(input))),
      'keys:replace-recovery-code': (input) =>
        next(async (vault) => done(await vault.replaceRecoveryCode(input))),
      'keys:renew': (input) => next((vault) => renew(vault, input)),
      'keys:cancel': async () => {
        renewing?.abort()
        return ok(null)
      },
    },
    stop: async () => {
      renewing?.abort()
      await queue
    },
  }
}

async function openAnew(vault: OpenVault, passphrase: string): Promise<Result<OpenVault>> {
  vault.close()
  return openVault({ folder: vault.folder, passphrase })
}

function atIntervals(tell: (progress: RenewalProgress) => void): (done: number, total: number) => void {
  let last = 0
  return (done, total) => {
    if (Date.now() - last < INTERVAL) return
    last = Date.now()
    tell({ done, total })
  }
}

/** An answer without a value, as it crosses a boundary. */
export function done(result: Result<void>): Result<null> {
  return result.ok ? ok(null) : result
}
