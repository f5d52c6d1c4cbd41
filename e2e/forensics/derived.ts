import type { Page } from '@playwright/test'
import { canariesOf } from '../../tools/forensics/canaries.mjs'

/**
 * Typing secrets that never cross the debugging protocol: it runs through the main process, which would then hold them by
 * our own doing. The page makes the words from a number, as the test does.
 */
const IN_PAGE = `((seed, at, selector, before, after) => {
  const word = (${canariesOf.toString()})(seed, at + 1).words[at]
  const field = document.querySelector(selector)
  field.focus()
  document.execCommand('insertText', false, before + word + after)
})`

export type Derived = {
  readonly seed: number
  /** Which of the seed's canaries. */
  readonly at: number
  /** The field that is typed into. */
  readonly field: string
  readonly before?: string
  readonly after?: string
}

/** Types the canary into the field, as an editing command of the page itself. */
export async function typeDerived(page: Page, typed: Derived): Promise<void> {
  const { seed, at, field, before = '', after = '' } = typed
  await page.waitForSelector(field)
  const given = [seed, at, field, before, after].map((value) => JSON.stringify(value)).join(', ')
  await page.evaluate(`${IN_PAGE}(${given})`)
}
