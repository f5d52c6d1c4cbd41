/** A run of stages from a fresh clone: sets up first, and always closes with the one line that scripts read. */
import { runTool, tellFailure } from '../console/failure.mjs'
import { setUpTools } from '../setup/set-up.mjs'
import { close } from './stages.mjs'
import { ONE_FAILED, sum } from './tally.mjs'

/**
 * @param {() => Promise<readonly import('./tally.mjs').Tally[]>} work
 * @returns {Promise<void>} ends the process with 1 when anything failed, the setting up included
 */
export async function runStages(work) {
  await runTool(async () => {
    try {
      await setUpTools()
    } catch (error) {
      tellFailure(error)
      close(ONE_FAILED)
      return
    }
    close(sum(await work()))
  })
}
