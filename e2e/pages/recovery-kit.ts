import type { Page } from '@playwright/test'

/** The recovery kit, on the first run and in the window. */
export class RecoveryKit {
  constructor(private readonly page: Page) {}

  /** The 24 words, once they are drawn. */
  async words(): Promise<string> {
    const list = this.page.getByRole('list', { name: 'The 24 words' }).getByRole('listitem')
    await list.nth(23).waitFor()
    return (await list.allTextContents()).join(' ')
  }

  /** Says that they are on paper and types those that are asked for; `finish` is the button that ends the test. */
  async test(words: string, finish: string): Promise<void> {
    await this.onPaper()
    await this.answer(words, finish)
  }

  async onPaper(): Promise<void> {
    await this.page.getByRole('button', { name: 'I have them on paper' }).click()
  }

  async answer(words: string, finish: string): Promise<void> {
    for (const field of await this.page.locator('input[data-place]').all()) {
      const place = Number(await field.getAttribute('data-place'))
      await field.fill(words.split(' ')[place] ?? '')
    }
    await this.page.getByRole('button', { name: finish }).click()
  }
}
