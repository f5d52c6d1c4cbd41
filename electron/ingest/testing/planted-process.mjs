// A parser process that misbehaves on demand, to see what its client makes of a crash, a hang and a full heap.
// It answers any other file name as the real one would answer a refusal.
import { Buffer } from 'node:buffer'
import { setTimeout } from 'node:timers/promises'

/** Milliseconds. */
const SLOW = 200
const THOUGHT = 3000

process.on('message', ({ kind, id, bytes, fileName, skip, files }) => {
  if (kind === 'given') answerGiven(id, files)
  if (kind !== 'file') return
  if (fileName.startsWith('ask')) {
    asking = fileName
    process.send({ kind: 'asked', id, paths: ['img/a.gif', 'img/b.gif'] })
    return
  }
  if (fileName.endsWith('.mbox')) {
    answerMailbox(id, Buffer.from(bytes).toString().split(' '), skip)
    return
  }
  if (fileName === 'crash') process.exit(70)
  if (fileName === 'throw') throw new Error('planted')
  if (fileName === 'hang') for (;;);
  if (fileName === 'full') {
    const kept = []
    for (;;) kept.push(Buffer.from('x').toString().padEnd(1000, String(kept.length)).split(''))
  }
  const detail = { file: fileName, found: bytes.length, limit: process.pid }
  const result = { ok: false, failure: { code: 'file-binary', detail } }
  process.send({ kind: 'member', id, member: { part: null, original: null, result }, last: true })
})

let asking = ''

/** Tells how many bytes each file had that was given; `ask again` asks for them without end, `ask slowly` thinks before. */
function answerGiven(id, files) {
  if (asking === 'ask again') {
    setImmediate(() => process.send({ kind: 'asked', id, paths: ['img/a.gif'] }))
    return
  }
  if (asking === 'ask slowly') {
    asking = ''
    setTimeout(THOUGHT).then(() => answerGiven(id, files))
    return
  }
  const sizes = files.map((file) => file?.length ?? -1).join(' ')
  const result = { ok: false, failure: { code: 'file-not-an-article', detail: { file: sizes } } }
  process.send({ kind: 'member', id, member: { part: null, original: null, result }, last: true })
}

/** A file of several articles, its words being their names: each is answered, `crash` ends the process and `slow` takes its time. */
async function answerMailbox(id, parts, skip) {
  for (const part of parts.slice(skip)) {
    process.send({ kind: 'begun', id, part }, () => {
      if (part === 'crash') process.exit(70)
    })
    if (part === 'crash') return
    if (part === 'slow') await setTimeout(SLOW)
    const result = { ok: false, failure: { code: 'file-not-an-article', detail: { file: part } } }
    process.send({ kind: 'member', id, member: { part, original: null, result }, last: false })
  }
  process.send({ kind: 'end', id })
}
process.on('disconnect', () => process.exit(0))
