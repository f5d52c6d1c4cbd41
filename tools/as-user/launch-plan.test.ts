import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inProject, isRoot } from '../console/project.mjs'
import { type LaunchPlan, launchPlan } from './launch-plan.mjs'
import { sandboxOf } from './sandbox.mjs'

describe('a plan to launch an application', () => {
  let plan: LaunchPlan

  beforeAll(async () => {
    plan = await launchPlan({ appDir: inProject('tools/bench/blank-app') })
  }, 600_000)
  afterAll(() => plan?.dispose())

  it('starts it as an ordinary user, every page behind the sandbox', async () => {
    const app = await _electron.launch({
      executablePath: plan.executablePath,
      args: [...plan.args, `--user-data-dir=${plan.folder('profile')}`],
      env: plan.env,
      chromiumSandbox: plan.sandbox,
    })
    try {
      const page = await app.firstWindow()
      expect(await page.title()).toBe('Blank')
      const main = app.process().pid ?? 0
      const { sandboxed, renderers, all } = sandboxOf(main)
      expect(renderers.length).toBeGreaterThan(0)
      expect(sandboxed).toBe(plan.sandbox)
      if (plan.sandbox) expect(all.map(({ uid }) => uid)).not.toContain(0)
      const facts = await app.evaluate(({ app: own }) => ({
        name: own.getName(),
        profile: own.getPath('userData'),
        home: own.getPath('home'),
      }))
      expect(facts).toEqual({ name: 'Blank', profile: plan.folder('profile'), home: plan.env.HOME })
    } finally {
      await app.close()
    }
  })

  it('lends what the application may not read, and gives it folders of its own', () => {
    const secret = join(plan.folder('ours'), 'secret.txt')
    writeFileSync(secret, 'ours', { mode: 0o600 })
    const lent = plan.lend(secret)
    const owner = statSync(plan.folder('theirs')).uid
    expect(owner).toBe(plan.user?.uid ?? process.getuid?.())
    if (plan.user) expect(statSync(lent).uid).toBe(plan.user.uid)
    if (!isRoot()) expect(lent).toBe(secret)
  })
})
