import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'

/** The variable from which scripts give the passphrase; it is never taken from an argument, which others could read. */
const VARIABLE = 'COLOPHON_PASSPHRASE'

/** The variable from which scripts give the recovery code. */
const CODE_VARIABLE = 'COLOPHON_RECOVERY_CODE'

/**
 * The passphrase from the environment or, at a terminal, from a prompt without echo.
 * Fails with `passphrase-missing` when there is neither.
 */
export async function askPassphrase(prompt: string, variable: string = VARIABLE): Promise<Result<string>> {
  const given = process.env[variable]
  if (given !== undefined && given !== '') return ok(given)
  if (!process.stdin.isTTY) return failed(failure('passphrase-missing'))
  process.stderr.write(prompt)
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silence, terminal: true })
  try {
    const answer = await terminal.question('')
    return answer === '' ? failed(failure('passphrase-missing')) : ok(answer)
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}

/** The recovery code, in the same ways. Fails with `recovery-code-missing`. */
export async function askRecoveryCode(): Promise<Result<string>> {
  const given = await askPassphrase('Recovery code: ', CODE_VARIABLE)
  return given.ok ? given : failed(failure('recovery-code-missing'))
}
