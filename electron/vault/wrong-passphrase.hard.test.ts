import { describe, it } from 'vitest'
import { wrongPassphrases } from './testing/wrong-passphrases'

describe('wrong passphrases', () => {
  it('a hundred of them leave every byte and every time of change, say one thing, and open no database', async () => {
    const started = performance.now()
    await wrongPassphrases(100)
    const seconds = (performance.now() - started) / 1000
    console.log(`wrong passphrases: 100 tries, 0 bytes changed, 1 message, ${seconds.toFixed(0)} s`)
  })
})
