/** `npm start`: all set-up, then the reader. Arguments after `--` are the application's. */
import { spawn } from 'node:child_process'
import { launchPlan } from './as-user/launch-plan.mjs'
import { atExit } from './console/at-exit.mjs'
import { runTool, SetupFailure } from './console/failure.mjs'
import { isRoot } from './console/project.mjs'
import { hasDisplay } from './display/display.mjs'
import { setUp } from './setup/set-up.mjs'

/**
 * Opens the reader and stays until it is closed.
 *
 * @param {readonly string[]} args
 */
async function openReader(args) {
  const plan = await launchPlan({ home: 'own' })
  for (const note of plan.notes) console.log(note)
  if (!plan.sandbox && !isRoot()) {
    throw new SetupFailure(
      "Chromium's sandbox cannot work here, and the reader does not open a library without it.",
      `as root: chown root:root chrome-sandbox && chmod 4755 chrome-sandbox, beside ${plan.runtime.executable}.`,
    )
  }
  if (plan.user) console.log(`Libraries are made in the home of ${plan.user.name}, ${plan.user.home}.`)
  const reader = spawn(plan.executablePath, [...plan.args, ...args], { env: plan.env, stdio: 'inherit' })
  atExit(() => reader.kill())
  process.exitCode = await new Promise((resolve) => reader.once('exit', (code) => resolve(code ?? 1)))
}

await runTool(async () => {
  await setUp()
  if (hasDisplay()) {
    await openReader(process.argv.slice(2))
    return
  }
  console.log(
    'There is no display here, so the same application runs on a virtual one, over the sample library.',
  )
  const { takeTour } = await import('./tour.mjs')
  await takeTour()
})
