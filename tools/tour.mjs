/**
 * A walk through the real application for a machine without a display: makes a library with the samples in it, looks
 * around, exports an article. What it saw stays in `out/tour/`.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { launchPlan } from './as-user/launch-plan.mjs'
import { inProject } from './console/project.mjs'
import { step } from './console/step.mjs'

/** @typedef {import('@playwright/test').ElectronApplication} ElectronApplication */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./as-user/launch-plan.mjs').LaunchPlan} LaunchPlan */

const FOLDER = inProject('out/tour')
const SIZE = { width: 1440, height: 900 }

/** Stretching a passphrase and importing the samples take some seconds on a slow machine (milliseconds). */
const PATIENCE = 60_000

/** Time for a panel to come to rest before it is pictured (milliseconds). */
const REST = 400

class Tour {
  #pictures = 0

  /**
   * @param {LaunchPlan} plan
   * @param {ElectronApplication} app
   * @param {Page} page
   */
  constructor(plan, app, page) {
    this.plan = plan
    this.app = app
    this.page = page
  }

  /**
   * @param {string} name
   * @param {() => Promise<void>} work
   */
  async station(name, work) {
    await step(name, async () => {
      await work()
      await this.page.waitForTimeout(REST)
      this.#pictures += 1
      const file = `${String(this.#pictures).padStart(2, '0')}-${name.replace(/\W+/g, '-')}.png`
      await this.page.screenshot({ path: join(FOLDER, file) })
      return { note: file, value: undefined }
    })
  }

  /** @param {'first-run' | 'locked' | 'library'} name */
  async screen(name) {
    await this.page.locator(`html[data-screen="${name}"]`).waitFor({ timeout: PATIENCE, state: 'attached' })
  }

  /**
   * Chooses an item of the native menu.
   *
   * @param {string} label
   */
  async menu(label) {
    await this.app.evaluate(({ Menu, BrowserWindow }, wanted) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? []
      const item = items.find((candidate) => candidate.label === wanted)
      if (item === undefined) throw new Error(`no menu item ${wanted}`)
      item.click(undefined, BrowserWindow.getAllWindows()[0], undefined)
    }, label)
  }

  /**
   * Answers the next choosers of folders: the native ones cannot be driven from outside.
   *
   * @param {string} folder
   */
  async chooseFolder(folder) {
    await this.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
    }, folder)
  }
}

/**
 * Types the words that the test of the recovery kit asks for.
 *
 * @param {import('@playwright/test').Page} page
 */
async function testKit(page) {
  const words = await page.locator('[data-kit] li').allTextContents()
  await page.getByRole('button', { name: 'I have them on paper' }).click()
  for (const field of await page.locator('input[data-place]').all()) {
    await field.fill(words[Number(await field.getAttribute('data-place'))] ?? '')
  }
}

/** @param {Tour} tour */
async function makeLibrary(tour) {
  const { page } = tour
  await tour.station('first run', () => tour.screen('first-run'))
  await tour.station('passphrase', async () => {
    const words = await page.getByLabel('Your six words').getAttribute('data-words')
    await page.getByLabel('Type the six words').fill(words ?? '')
    await page.getByRole('button', { name: 'Go on to the recovery kit' }).click()
  })
  await tour.station('recovery kit', () => page.locator('[data-kit] li').nth(23).waitFor())
  await tour.station('library', async () => {
    await testKit(page)
    await page.getByRole('button', { name: 'Make the library' }).click()
    await tour.screen('library')
    await page.getByRole('option').first().waitFor({ timeout: PATIENCE })
  })
}

/** @param {Tour} tour */
async function lookAround(tour) {
  const { page } = tour
  await tour.station('article', async () => {
    await page.getByRole('option').first().click()
    await page.getByRole('article').first().waitFor()
  })
  for (const tab of ['Credits', 'Notes', 'Sources']) {
    await tour.station(tab.toLowerCase(), () => page.getByRole('tab', { name: tab }).click())
  }
}

/** @param {Tour} tour */
async function exportArticle(tour) {
  const { page, plan } = tour
  const folder = plan.folder('export')
  await tour.chooseFolder(folder)
  await tour.station('export', () => tour.menu('Export…'))
  await tour.station('exported', async () => {
    await page.getByRole('button', { name: /^Choose a folder and write/ }).click()
    await page
      .getByText(/written/)
      .first()
      .waitFor()
  })
  cpSync(folder, join(FOLDER, 'export'), { recursive: true })
}

/** @returns {Promise<void>} */
export async function takeTour() {
  const { _electron } = await import('@playwright/test')
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const plan = await launchPlan()
  for (const note of plan.notes) console.log(note)
  const app = await _electron.launch({
    executablePath: plan.executablePath,
    args: [...plan.args, `--user-data-dir=${plan.folder('profile')}`],
    env: { ...plan.env, COLOPHON_VAULT_DIR: plan.folder('vaults'), LANG: 'en_US.UTF-8' },
    chromiumSandbox: plan.sandbox,
  })
  try {
    const page = await app.firstWindow()
    await app.evaluate(({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
    }, SIZE)
    const tour = new Tour(plan, app, page)
    await makeLibrary(tour)
    await lookAround(tour)
    await exportArticle(tour)
  } finally {
    await app.close()
    plan.dispose()
  }
  console.log(`Pictures and an export are in ${FOLDER}.`)
}
