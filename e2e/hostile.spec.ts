import { expect } from '@playwright/test'
import { test } from './fixtures'
import { hostileCases } from './hostile-cases/cases'
import { HARMS, type Harm, showUnprotected, watchForHarm } from './hostile-cases/detectors'
import { HOST } from './hostile-cases/payload'
import { tryHostileCases } from './hostile-cases/trial'

/** Some of the 1,500 of `hostile.hard.spec.ts`: every context some three times. */
const CASES = 150

test('hostile content does nothing and is seen as what it is, wherever it stands', async ({
  colophon,
  plan,
}) => {
  const figures = await tryHostileCases(colophon, plan, hostileCases(CASES))
  console.log(`hostile: ${JSON.stringify(figures)}`)
})

/** Content that does what the cases try, in a page without a policy: each must be noticed for what it is. */
const LIVING: Readonly<Record<Exclude<Harm, 'refused by the policy' | 'program outside'>, string>> = {
  script: '<script>console.log("hostile script")</script>',
  dialog: '<img src=data:, onerror=alert(1)>',
  request: `<img src="https://${HOST}/a.png">`,
  navigation: `<script>location = "https://${HOST}/"</script>`,
  window: `<script>open("https://${HOST}/")</script>`,
  frame: '<iframe src="about:blank"></iframe>',
  error: '<svg onload="throw new Error(1)">',
}

test('and what it would do is noticed where nothing holds it back', async ({ colophon }) => {
  const page = await colophon.screen('first-run')
  const harm = await watchForHarm(colophon, page)
  const noticed = new Set<Harm>()
  const noticing = async (wanted: Harm) => {
    await expect
      .poll(
        async () => {
          for (const seen of await harm.take().catch(() => [])) noticed.add(seen.harm)
          return [...noticed]
        },
        { message: wanted },
      )
      .toContain(wanted)
  }
  // The policy is that of our own page, and the only thing that stops this one.
  await page.evaluate((host) => {
    new Image().src = `https://${host}/a.png`
  }, HOST)
  await noticing('refused by the policy')
  await colophon.app.evaluate(({ shell }, host) => shell.openExternal(`https://${host}/`), HOST)
  await noticing('program outside')
  for (const [kind, markup] of Object.entries(LIVING)) {
    noticed.clear()
    await showUnprotected(colophon, page, `<!doctype html><title>Living</title>${markup}`)
    await noticing(kind as Harm)
  }
  expect([...Object.keys(LIVING), 'refused by the policy', 'program outside'].sort()).toEqual(
    [...HARMS].sort(),
  )
})
