/** Reads out of an strace record whom a program tried to reach. An attempt counts, whatever became of it. */

/**
 * @typedef {object} NetworkCall
 * @property {string} call the system call, such as `connect`
 * @property {string} family such as `AF_INET6`
 * @property {string} address an internet address, or the path of a socket file; empty where there is none
 * @property {number} port 0 where there is none
 */

/** The calls that reach out or open a door. (`send` without an address goes where an earlier `connect` went.) */
const CALL = /^\d+\s+(?:[\d.:]+\s+)?(connect|sendto|sendmsg|sendmmsg|bind)\((.*)$/

/** One address as strace writes it; `sendmmsg` has several in one line. */
const ADDRESS = /\{sa_family=(AF_\w+)([^{}]*)/g

/** Name servers listen here, also those on the loopback that only pass a question on. */
const NAME_PORTS = new Set([53, 853, 5353, 5355])

/** Socket files behind which a service looks names up for others. */
const NAME_SERVICES = /\/(systemd\/resolve|avahi-daemon|lwresd)/

/**
 * @param {string} record what `strace -f -e trace=network` wrote
 * @returns {NetworkCall[]}
 */
export function networkCalls(record) {
  return record.split('\n').flatMap((line) => {
    const [, call, rest] = CALL.exec(line) ?? []
    if (call === undefined || rest === undefined) return []
    return [...rest.matchAll(ADDRESS)].map(([, family = '', details = '']) => ({
      call,
      family,
      ...placeOf(details),
    }))
  })
}

/** @param {string} details what stands behind the family in a `sockaddr` */
function placeOf(details) {
  const port = Number(/sin6?_port=htons\((\d+)\)/.exec(details)?.[1] ?? 0)
  const address = /inet_addr\("([^"]*)"\)|inet_pton\(AF_INET6, "([^"]*)"|sun_path=@?"([^"]*)"/.exec(details)
  return { port, address: address?.[1] ?? address?.[2] ?? address?.[3] ?? '' }
}

/**
 * @param {NetworkCall} call
 * @returns {boolean} whether it reaches, or opens a door, beyond this machine, or asks for a name. Unix sockets
 *   (the display, other processes) and netlink (asking the kernel) stay; any family that is not known leaves.
 */
export function leavesMachine({ family, address, port }) {
  if (family === 'AF_UNIX' || family === 'AF_LOCAL') return NAME_SERVICES.test(address)
  if (family === 'AF_NETLINK' || family === 'AF_UNSPEC') return false
  if (family === 'AF_INET') return !address.startsWith('127.') || NAME_PORTS.has(port)
  if (family === 'AF_INET6')
    return !(address === '::1' || address.startsWith('::ffff:127.')) || NAME_PORTS.has(port)
  return true
}

/**
 * @param {NetworkCall} call
 * @returns {string} for a person
 */
export function describeCall({ call, family, address, port }) {
  const place = family === 'AF_INET6' ? `[${address}]` : address
  return `${call} ${family} ${place}${port === 0 ? '' : `:${port}`}`
}
