import { expect, type Locator, type Page } from '@playwright/test'
import { RecoveryKit } from './recovery-kit'

/** The dialog with the ways into an open library. */
export class VaultKeys {
  constructor(private readonly page: Page) {}

  private get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  /** What is said of the passphrase that was typed. */
  get sentence(): Locator {
    return this.dialog.getByRole('status').first()
  }

  /** Takes the words on offer as the new passphrase, which is returned. */
  async changePassphrase(present: string): Promise<string> {
    await this.dialog.getByRole('button', { name: 'Change…' }).click()
    await this.dialog.getByLabel('Present passphrase').fill(present)
    const next = (await this.dialog.locator('[data-words*=" "]').getAttribute('data-words')) ?? ''
    await this.dialog.getByLabel('Type the six words').fill(next)
    await this.dialog.getByRole('button', { name: 'Change the passphrase' }).click()
    return next
  }

  /** Draws another code, tests it, and confirms with `passphrase`; returns the code. */
  async replaceCode(passphrase: string): Promise<string> {
    await this.dialog.getByRole('button', { name: 'New kit…' }).click()
    const code = await this.testedKit()
    await this.confirm(passphrase)
    return code
  }

  async renew(passphrase: string): Promise<string> {
    await this.dialog.getByRole('button', { name: 'Make new…' }).click()
    await this.dialog.getByRole('button', { name: 'Go on' }).click()
    const code = await this.testedKit()
    await this.dialog.getByLabel('Present passphrase').fill(passphrase)
    await this.dialog.getByRole('button', { name: 'Make every key new' }).click()
    return code
  }

  async confirm(passphrase: string): Promise<void> {
    await this.dialog.getByLabel('Present passphrase').fill(passphrase)
    await this.dialog.getByRole('button', { name: 'Take up the change' }).click()
  }

  /** Waits until it is said, and goes back to the overview. */
  async done(sentence: string): Promise<void> {
    await expect(this.dialog).toContainText(sentence, { timeout: 60_000 })
    await this.dialog.getByRole('button', { name: 'Done' }).click()
  }

  private async testedKit(): Promise<string> {
    const kit = new RecoveryKit(this.page)
    const code = await kit.words()
    await kit.test(code, 'Go on')
    return code
  }
}
