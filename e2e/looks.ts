import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { Colophon } from './fixtures'

export const LOOKS = {
  light: { theme: 'light', locale: 'en' },
  dark: { theme: 'dark', locale: 'en' },
  sepia: { theme: 'sepia', locale: 'en' },
  lightKorean: { theme: 'light', locale: 'ko' },
  darkKorean: { theme: 'dark', locale: 'ko' },
} as const
export type Look = (typeof LOOKS)[keyof typeof LOOKS]

export const EVERY_LOOK: readonly Look[] = Object.values(LOOKS)
/** Light and dark, in both languages. */
export const TWO_BY_TWO = [LOOKS.light, LOOKS.dark, LOOKS.lightKorean, LOOKS.darkKorean]
/** The two that differ in everything. */
export const TWO = [LOOKS.light, LOOKS.darkKorean]

/** Makes the window look so by its own settings, and waits until it does. */
export async function dress(page: Page, look: Look): Promise<void> {
  await page.evaluate((wanted) => window.colophon.settings.change(wanted), look)
  await page.waitForFunction(
    ({ theme, locale }) =>
      document.documentElement.dataset.theme === theme && document.documentElement.lang === locale,
    look,
  )
}

/** Waits until nothing moves any more but what moves for ever: a dialog that fades in is neither seen nor judged half-way. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ effect, playState }) =>
          playState !== 'running' || effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
      ),
  )
}

/** Takes the screen's picture in a look, and holds it against WCAG 2.2 AA. */
export async function checkLook(colophon: Colophon, name: string, look: Look): Promise<void> {
  const page = await colophon.page()
  await atRest(page)
  await colophon.shoot(`${name}-${look.theme}-${look.locale}`)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode()
    .analyze()
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  expect.soft(told, `${name}, ${look.theme}, ${look.locale}`).toEqual([])
}

/** The same in each of `looks`; the window is light and English after it. */
export async function inLooks(colophon: Colophon, name: string, looks: readonly Look[] = TWO): Promise<void> {
  for (const look of looks) {
    await dress(await colophon.page(), look)
    await checkLook(colophon, name, look)
  }
  await dress(await colophon.page(), LOOKS.light)
}
