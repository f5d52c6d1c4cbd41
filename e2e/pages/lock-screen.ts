import type { Locator, Page } from '@playwright/test'

/** The screen of a locked library. */
export class LockScreen {
  constructor(private readonly page: Page) {}

  async unlock(passphrase: string): Promise<void> {
    await this.page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await this.page.getByRole('button', { name: 'Unlock' }).click()
  }

  /** What is said about the passphrase that was tried. */
  get sentence(): Locator {
    return this.page.getByRole('status').filter({ hasText: 'does not open the library' })
  }
}
