import dns from 'node:dns'
import http from 'node:http'
import net from 'node:net'
import { withoutNetwork } from '../without-network'

/** A parser process that answers any input with what is left of the network: for the test, never shipped. */
withoutNetwork()

function refused(act: () => unknown): boolean {
  try {
    act()
    return false
  } catch {
    return true
  }
}

const found = [
  typeof globalThis.fetch,
  typeof globalThis.WebSocket,
  refused(() => net.connect(9)),
  refused(() => dns.lookup('host.example', () => {})),
  refused(() => http.get('http://127.0.0.1:9/')),
].join(' ')

process.on('message', ({ id }: { id: number }) => {
  const result = { ok: false, failure: { code: 'internal', detail: { found } } }
  process.send?.({ kind: 'member', id, member: { part: null, original: null, result }, last: true })
})
