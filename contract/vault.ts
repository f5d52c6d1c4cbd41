import { z } from 'zod'
import { method } from './define'
import { passphrase, recoveryCode } from './secrets'

/** What the window needs to know of the vault before and after it is open. No content, only whether and which. */
export const vaultStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none'), suggestedFolder: z.string() }),
  z.object({ state: z.literal('locked'), name: z.string() }),
  z.object({ state: z.literal('unlocked'), name: z.string() }),
])
export type VaultStatus = z.output<typeof vaultStatus>

/** Creating, opening and locking the vault. */
export const vault = {
  status: method('always', z.void(), vaultStatus),
  /** Six words from a list of 2,048, chosen at random: 66 bits. */
  'suggest-passphrase': method('always', z.void(), z.string()),
  /** How strong a chosen passphrase is: log10 of the guesses it withstands, and whether that is enough. */
  'rate-passphrase': method(
    'always',
    z.object({ passphrase }),
    z.object({ guessesLog10: z.number(), enough: z.boolean() }),
  ),
  create: method(
    'always',
    z.object({
      name: z.string().trim().min(1).max(80),
      passphrase,
      /** One that was drawn, kept and tested; null when the person does not want any. */
      recoveryCode: recoveryCode.nullable(),
      withSamples: z.boolean(),
    }),
    vaultStatus,
  ),
  unlock: method('always', z.object({ passphrase }), vaultStatus),
  /** 24 words that stand for 256 random bits (BIP39), joined by blanks. They open nothing until a vault is given them. */
  'draw-recovery-code': method('always', z.void(), z.string()),
  /** Whether the recovery code opens the locked vault. */
  'check-recovery-code': method('always', z.object({ recoveryCode }), z.null()),
  /** Gives the locked vault a new passphrase by its recovery code, and unlocks it. */
  recover: method('always', z.object({ recoveryCode, newPassphrase: passphrase }), vaultStatus),
  lock: method('always', z.void(), vaultStatus),
  /** Asks for a vault folder on this machine and makes it the one to unlock. Null when the person cancelled. */
  choose: method('always', z.void(), vaultStatus.nullable()),
  /** Forgets which vault was last used, so that another can be created. The vault itself is not touched. */
  leave: method('always', z.void(), vaultStatus),
}
