import type { Locator, Page } from '@playwright/test'

/** The screen of a locked library. */
export class LockScreen {
  constructor(private readonly page: Page) {}

  async unlock(passphrase: string): Promise<void> {
    await this.page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await this.page.getByRole('button', { name: 'Unlock' }).click()
  }

  async tryCode(code: string): Promise<void> {
    const use = this.page.getByRole('button', { name: 'Use the recovery code' })
    if (await use.isVisible()) await use.click()
    await this.page.getByLabel('Recovery code').fill(code)
    await this.page.getByRole('button', { name: 'Go on' }).click()
  }

  async backToPassphrase(): Promise<void> {
    await this.page.getByRole('button', { name: 'Back to the passphrase' }).click()
  }

  /** What is said about the code that was tried. */
  get codeSentence(): Locator {
    return this.page.locator('form').getByRole('status')
  }

  /** Opens by the recovery code, and takes the words on offer as the new passphrase, which is returned. */
  async recover(code: string): Promise<string> {
    await this.tryCode(code)
    const words = this.page.locator('[data-words*=" "]')
    const passphrase = (await words.getAttribute('data-words')) ?? ''
    await this.page.getByLabel('Type the six words').fill(passphrase)
    await this.page.getByRole('button', { name: 'Set it and unlock' }).click()
    return passphrase
  }

  /** What is said about the passphrase that was tried. */
  get sentence(): Locator {
    return this.page.getByRole('status').filter({ hasText: 'does not open the library' })
  }
}
