import { test } from './fixtures'
import { hostileCases } from './hostile-cases/cases'
import { tryHostileCases } from './hostile-cases/trial'

const CASES = 1500
/** Cases of one library, so that a part can be tried again alone. */
const PART = 300

const cases = hostileCases(CASES)

for (let from = 0; from < CASES; from += PART) {
  const to = from + PART
  test(`hostile content does nothing and is seen as what it is: cases ${from} to ${to}`, async ({
    colophon,
    plan,
  }) => {
    const figures = await tryHostileCases(colophon, plan, cases.slice(from, to))
    console.log(`hostile ${from} to ${to}: ${JSON.stringify(figures)}`)
  })
}
