import { join } from 'node:path'
import { runWorker, type WorkerOptions } from './worker'

/** Entry of the worker: its options are one argument of JSON; the passphrase comes as it does for a script. */
const given: Omit<WorkerOptions, 'passphrase' | 'parserEntry'> = JSON.parse(process.argv[2] ?? '')
process.umask(0o077)
await runWorker({
  ...given,
  passphrase: process.env.COLOPHON_PASSPHRASE ?? '',
  parserEntry: join(import.meta.dirname, 'parser.js'),
})
