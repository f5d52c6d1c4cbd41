import { describe, it, vi } from 'vitest'
import { wrongPassphrases } from './testing/wrong-passphrases'

/** Real Argon2id with 256 MiB or more each time, on a machine that may be busy. */
vi.setConfig({ testTimeout: 240_000 })

describe('wrong passphrases', () => {
  it('ten of them leave every byte and every time of change, say one thing, and open no database', () =>
    wrongPassphrases(10))
})
