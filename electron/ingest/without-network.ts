import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'

/**
 * Takes the network out of this process before it sees any input: what a page could reach for is gone, and what
 * a library could reach for throws. (The check under strace proves it from outside; this is the second wall.)
 */
export function withoutNetwork(): void {
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'navigator']) {
    Reflect.deleteProperty(globalThis, name)
  }
  const refuse = () => {
    throw new Error('the parser process has no network')
  }
  net.Socket.prototype.connect = refuse
  net.Server.prototype.listen = refuse
  dgram.Socket.prototype.bind = refuse
  dgram.Socket.prototype.send = refuse
  dns.lookup = refuse as unknown as typeof dns.lookup
  dns.resolve = refuse as unknown as typeof dns.resolve
}
