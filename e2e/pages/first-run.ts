import type { Page } from '@playwright/test'

/** The screen that makes a library. */
export class FirstRun {
  constructor(private readonly page: Page) {}

  /** The six words on offer, once they are there. */
  async offeredWords(): Promise<string> {
    const words = this.page.locator('[data-words*=" "]')
    await words.waitFor()
    return (await words.getAttribute('data-words')) ?? ''
  }

  async create(name: string, passphrase: string, samples: boolean): Promise<void> {
    await this.page.getByLabel('Name').fill(name)
    await this.page.getByLabel('Type the six words').fill(passphrase)
    await this.page.getByRole('checkbox', { name: 'Put the sample library in it' }).setChecked(samples)
    await this.page.getByRole('button', { name: 'Make the library' }).click()
  }
}
