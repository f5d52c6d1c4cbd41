import type { Locator, Page } from '@playwright/test'

/** The library, the article and the colophon beside each other. */
export class ReadingRoom {
  constructor(readonly page: Page) {}

  get library(): Locator {
    return this.page.getByRole('complementary', { name: 'Library' })
  }

  get article(): Locator {
    return this.page.getByRole('main')
  }

  /** The article's own text; the cards beside it are articles too. */
  get text(): Locator {
    return this.article.getByRole('article').first()
  }

  get colophon(): Locator {
    return this.page.getByRole('region', { name: 'Colophon' })
  }

  row(title: string | RegExp): Locator {
    return this.library.getByRole('option', { name: title })
  }

  async open(title: string | RegExp): Promise<void> {
    await this.row(title).click()
    await this.text.waitFor()
  }

  async tab(name: 'Sources' | 'Credits' | 'Notes'): Promise<void> {
    await this.colophon.getByRole('tab', { name }).click()
  }

  card(name: string | RegExp): Locator {
    return this.colophon.getByRole('article', { name })
  }

  async search(query: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Search the library' }).fill(query)
  }

  /** Selects `words`, which stand on one line of the article, by dragging the mouse over them. */
  async select(words: string): Promise<void> {
    const box = await this.text.evaluate((article, wanted) => {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1
        if (at < 0) continue
        node.parentElement?.scrollIntoView({ block: 'center' })
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        const { left, right, top, height } = range.getBoundingClientRect()
        return { left, right, middle: top + height / 2 }
      }
      throw new Error(`not in one piece of the article: ${wanted}`)
    }, words)
    await this.page.mouse.move(box.left + 1, box.middle)
    await this.page.mouse.down()
    await this.page.mouse.move(box.right - 1, box.middle, { steps: 8 })
    await this.page.mouse.up()
  }
}
