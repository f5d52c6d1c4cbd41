// A parser process that misbehaves on demand, to see what its client makes of a crash, a hang and a full heap.
// It answers any other file name as the real one would answer a refusal.
import { Buffer } from 'node:buffer'

process.on('message', ({ id, bytes, fileName }) => {
  if (fileName === 'crash') process.exit(70)
  if (fileName === 'throw') throw new Error('planted')
  if (fileName === 'hang') for (;;);
  if (fileName === 'full') {
    const kept = []
    for (;;) kept.push(Buffer.from('x').toString().padEnd(1000, String(kept.length)).split(''))
  }
  const detail = { file: fileName, found: bytes.length, limit: process.pid }
  process.send({ id, result: { ok: false, failure: { code: 'file-binary', detail } } })
})
process.on('disconnect', () => process.exit(0))
