import { openVault } from '../../vault/open-vault'
import { reencryptLibrary } from '../renewing-keys'

/**
 * A process that renews the keys of a vault, to be killed on the way: `rotating-process FOLDER PASSPHRASE CODE MOMENT`. At
 * the moment `copying` (half of the pages), `copied` or `commit` it kills itself with SIGKILL, which nothing can catch; with
 * `never` it goes through.
 */
const [, , folder = '', passphrase = '', recoveryCode = '', moment = ''] = process.argv

function reached(point: string): void {
  if (point === moment) process.kill(process.pid, 'SIGKILL')
}

const opened = await openVault({ folder, passphrase })
if (!opened.ok) throw new Error(opened.failure.code)
process.stdout.write('opened\n')
const rotated = await opened.value.rotate({
  passphrase,
  recoveryCode,
  reencrypt: async (from, to) => {
    const made = await reencryptLibrary(from, to, {
      signal: new AbortController().signal,
      onProgress: (done, total) => {
        if (done * 2 > total) reached('copying')
      },
    })
    reached('copied')
    return made
  },
  onCommit: () => reached('commit'),
})
if (!rotated.ok) throw new Error(rotated.failure.code)
rotated.value.close()
process.stdout.write('rotated\n')
