import type { Page } from '@playwright/test'
import { RecoveryKit } from './recovery-kit'

/** The screen that makes a library. */
export class FirstRun {
  constructor(private readonly page: Page) {}

  /** The six words on offer, once they are there. */
  async offeredWords(): Promise<string> {
    const words = this.page.locator('[data-words*=" "]')
    await words.waitFor()
    return (await words.getAttribute('data-words')) ?? ''
  }

  /** Makes a library with a recovery code. */
  async create(name: string, passphrase: string, samples: boolean): Promise<void> {
    await this.fill(name, passphrase, samples)
    await this.kit.test(await this.kit.words(), 'Make the library')
  }

  /** Fills the form and goes on to the kit. */
  async fill(name: string, passphrase: string, samples: boolean): Promise<void> {
    await this.page.getByLabel('Name').fill(name)
    await this.page.getByLabel('Type the six words').fill(passphrase)
    await this.page.getByRole('checkbox', { name: 'Put the sample library in it' }).setChecked(samples)
    await this.page.getByRole('button', { name: 'Go on to the recovery kit' }).click()
  }

  get kit(): RecoveryKit {
    return new RecoveryKit(this.page)
  }
}
