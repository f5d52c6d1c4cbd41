import { z } from 'zod'
import { method } from './define'
import { passphrase, recoveryCode } from './secrets'

/** How far a renewal of the keys has come, in pages of the database; both 0 while it has not begun to copy. */
export const renewalProgress = z.object({ done: z.int(), total: z.int() })
export type RenewalProgress = z.output<typeof renewalProgress>

/** The ways into an open vault. Each change asks for the passphrase again: an open window may be a stranger's. */
export const keys = {
  facts: method('unlocked', z.void(), z.object({ hasRecoveryCode: z.boolean(), generation: z.int() })),
  'change-passphrase': method('unlocked', z.object({ passphrase, newPassphrase: passphrase }), z.null()),
  /** Another recovery code in the place of the one there was, which stops working; null: none from now on. */
  'replace-recovery-code': method(
    'unlocked',
    z.object({ passphrase, recoveryCode: recoveryCode.nullable() }),
    z.null(),
  ),
  /**
   * Makes every key anew and the database with them. Progress comes as the event `keys:progress`. Only the passphrase and
   * the given recovery code open the library after it.
   */
  renew: method('unlocked', z.object({ passphrase, recoveryCode: recoveryCode.nullable() }), z.null()),
  /** Stops a renewal: the keys stay as they were. Too late once the new ones are taken up. */
  cancel: method('unlocked', z.void(), z.null()),
}
