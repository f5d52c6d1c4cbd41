import type { BackupProgress } from '#contract/backups'
import type { ImportProgress } from '#contract/importing'
import type { RenewalProgress } from '#contract/keys'
import type { SalvageProgress } from '#contract/salvaging'
import type { VerifyProgress } from '#contract/verifying'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import type { Parser, ParserPort } from '../../ingest/client'
import { createParsers } from '../../ingest/parsers'
import { createVault } from '../../vault/create-vault'
import { openVault } from '../../vault/open-vault'
import type { OpenVault } from '../../vault/opened-vault'
import { checkRecoveryCode, recoverVault } from '../../vault/recovery'
import { newRecoveryCode } from '../../vault/recovery-code'
import { planExport, writeExport } from '../exporting'
import { createLibrary, type Library, openLibrary } from '../library'
import { type LibraryMethods, libraryMethods } from '../methods'
import type { LibraryRequests } from '../protocol'
import { reanalyse } from '../reanalysing'
import { createBackupWork } from './backup-work'
import { createCheckWork } from './check-work'
import { createImportWork } from './import-work'
import { createKeyWork, done } from './key-work'

/** What is open while the vault is: the key, the database, the parser for imports. */
type Open = {
  readonly vault: OpenVault
  readonly library: Library
  readonly parser: Parser
  readonly methods: LibraryMethods
}

type SessionOptions = {
  readonly spawnParser: () => ParserPort
  /** Language of the window. */
  readonly locale: () => 'en' | 'ko'
  readonly onProgress: (progress: ImportProgress) => void
  readonly onBackupProgress: (progress: BackupProgress) => void
  readonly onVerifyProgress: (progress: VerifyProgress) => void
  readonly onSalvageProgress: (progress: SalvageProgress) => void
  readonly onRenewalProgress: (progress: RenewalProgress) => void
  /** Something of ours threw outside a request: told by channel only. */
  readonly onBug: (channel: string) => void
}

type Requests = {
  readonly [C in keyof LibraryRequests]: (
    input: LibraryRequests[C]['input'],
  ) => Promise<Result<LibraryRequests[C]['output']>>
}

export type Session = {
  readonly requests: Requests
  /** The contract's own requests; null while nothing is open. */
  readonly methods: () => LibraryMethods | null
}

/** The library process between its start and its end: nothing open, then one vault, then nothing again. */
export function createSession(options: SessionOptions): Session {
  /** The vault with its keys. It is held without being open while its keys are renewed. */
  let held: OpenVault | null = null
  let open: Open | null = null
  const imports = createImportWork({ ...options, opened: () => open })
  const backups = createBackupWork({ opened: () => open, onProgress: options.onBackupProgress })
  const checks = createCheckWork({ ...options, opened: () => open, close: () => close() })

  async function enter(vault: Result<OpenVault>): Promise<Result<{ name: string }>> {
    held = null
    if (!vault.ok) return vault
    const library = await openLibrary({ vault: vault.value })
    if (!library.ok) {
      vault.value.close()
      return library
    }
    const parser = createParsers({ spawn: options.spawnParser })
    held = vault.value
    open = { vault: vault.value, library: library.value, parser, methods: libraryMethods(library.value) }
    return ok({ name: vault.value.name })
  }

  const keyWork = createKeyWork({
    vault: () => held,
    suspend: async () => {
      await Promise.all([imports.settled(), backups.end(), checks.end()])
      closeLibrary()
    },
    resume: enter,
    onProgress: options.onRenewalProgress,
  })

  async function close(): Promise<Result<null>> {
    const importing = imports.end()
    await keyWork.stop()
    await Promise.all([importing, backups.end(), checks.end()])
    closeLibrary()
    held?.close()
    held = null
    return ok(null)
  }

  function closeLibrary(): void {
    open?.parser.close()
    open?.library.close()
    open = null
  }

  return {
    methods: () => open?.methods ?? null,
    requests: {
      'vault:create': async (input) => enter(await createVault({ ...input, fill: createLibrary })),
      'vault:unlock': async (input) => enter(await openVault(input)),
      'vault:draw-recovery-code': async () => ok(newRecoveryCode()),
      'vault:check-recovery-code': async (input) => done(await checkRecoveryCode(input)),
      'vault:recover': async (input) => {
        const recovered = await recoverVault(input)
        if (!recovered.ok) return recovered
        return enter(await openVault({ folder: input.folder, passphrase: input.newPassphrase }))
      },
      ...keyWork.requests,
      'vault:suggest-passphrase': async () =>
        ok((await import('../../vault/passphrase')).suggestPassphrase()),
      'vault:rate-passphrase': async ({ passphrase }) =>
        ok(await (await import('../../vault/passphrase')).ratePassphrase(passphrase)),
      'vault:close': close,
      ...backups.requests,
      ...checks.requests,
      ...imports.requests,
      'correcting:reanalyse': async (input) =>
        open === null ? failed(failure('vault-locked')) : reanalyse(open.library, open.parser, input),
      'exporting:plan': async (input) =>
        open === null ? failed(failure('vault-locked')) : planExport(open.library, input),
      'exporting:write': async (input) =>
        open === null ? failed(failure('vault-locked')) : writeExport(open.library, input),
    },
  }
}
