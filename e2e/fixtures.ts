import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import { type LaunchPlan, launchPlan } from '../tools/as-user/launch-plan.mjs'
import { describeCall, leavesMachine } from '../tools/network/network-calls.mjs'
import { watchNetwork, whyNotWatched } from '../tools/network/watch.mjs'

/** The real application, started as an ordinary user with the sandbox on wherever the machine allows. */
export class Colophon {
  private shots = 0

  private constructor(
    readonly plan: LaunchPlan,
    readonly app: ElectronApplication,
    private readonly pictures: string,
  ) {}

  /** Starts the application with an empty profile and an empty folder for vaults, both inside `plan`'s own place. */
  static async start(
    plan: LaunchPlan,
    pictures: string,
    env: Record<string, string> = {},
  ): Promise<Colophon> {
    const app = await _electron.launch({
      executablePath: plan.executablePath,
      args: [...plan.args, `--user-data-dir=${plan.folder('profile')}`],
      env: { ...plan.env, COLOPHON_VAULT_DIR: plan.folder('vaults'), LANG: 'en_US.UTF-8', ...env },
      chromiumSandbox: plan.sandbox,
    })
    mkdirSync(pictures, { recursive: true })
    return new Colophon(plan, app, pictures)
  }

  /** The page that is there now; after a lock it is another one. */
  async page(): Promise<Page> {
    const open = this.app.windows().filter((page) => !page.isClosed())
    return open.at(-1) ?? (await this.app.waitForEvent('window'))
  }

  /** The page, once it shows the screen. */
  async screen(name: 'first-run' | 'locked' | 'library'): Promise<Page> {
    for (let tries = 0; tries < 300; tries += 1) {
      const page = await this.page()
      const shown = await page.evaluate(() => document.documentElement.dataset.screen).catch(() => undefined)
      if (shown === name) return page
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`the screen ${name} did not come`)
  }

  /** Answers the next open dialogs with these paths: the native chooser itself cannot be driven from outside. */
  async chooseInDialogs(paths: readonly string[]): Promise<void> {
    await this.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
    }, paths)
  }

  /** Answers the next save dialogs with this path. */
  async saveInDialogs(path: string): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
  }

  /** Chooses an item of the native menu by its English label. */
  async chooseMenu(label: string): Promise<void> {
    await this.app.evaluate(({ Menu, BrowserWindow }, wanted) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? []
      const item = items.find((candidate) => candidate.label === wanted)
      if (item === undefined) throw new Error(`no menu item ${wanted}`)
      item.click(undefined, BrowserWindow.getAllWindows()[0], undefined)
    }, label)
  }

  /** Takes a numbered picture of the window. */
  async shoot(name: string): Promise<void> {
    this.shots += 1
    const page = await this.page()
    const number = String(this.shots).padStart(2, '0')
    await page.screenshot({ path: join(this.pictures, `${number}-${name}.png`) })
  }

  async quit(): Promise<void> {
    await this.app.close()
  }
}

type Options = {
  /** Whether the application runs under strace, and the test fails when it tried to reach beyond this machine. */
  watched: boolean
}

export const test = base.extend<Options & { plan: LaunchPlan; colophon: Colophon }>({
  // `npm run test:hard` runs the whole suite watched.
  watched: [process.env.COLOPHON_WATCH_NETWORK === '1', { option: true }],
  plan: async ({ watched }, use, info) => {
    const plan = await launchPlan()
    for (const note of plan.notes) info.annotations.push({ type: 'runtime', description: note })
    await (watched ? lendWatched(plan, use) : use(plan))
    plan.dispose()
  },
  colophon: async ({ plan }, use, info) => {
    const colophon = await Colophon.start(
      plan,
      join('out', 'e2e', 'pictures', info.title.replace(/\W+/g, '-')),
    )
    await use(colophon)
    await colophon.quit()
  },
})

/** Lends the plan with its network calls watched, and holds them against the promise of none when the test is over. */
async function lendWatched(plan: LaunchPlan, lend: (plan: LaunchPlan) => Promise<void>): Promise<void> {
  const why = whyNotWatched()
  test.skip(why !== undefined, `network calls cannot be watched: ${why}`)
  const watch = watchNetwork(plan)
  await lend(watch.plan)
  const calls = await watch.whole()
  // At the least it has spoken to its display: an empty record would prove nothing.
  expect(calls.length, 'network calls seen').toBeGreaterThan(0)
  expect(calls.filter(leavesMachine).map(describeCall), 'network calls that leave the machine').toEqual([])
  watch.dispose()
}
