import { describe, expect, it } from 'vitest'
import { describeCall, leavesMachine, networkCalls } from './network-calls.mjs'

/** Which calls of the record leave the machine, in words. */
function leaving(record: string): string[] {
  return networkCalls(record).filter(leavesMachine).map(describeCall)
}

const V4 = (address: string, port: number) =>
  `{sa_family=AF_INET, sin_port=htons(${port}), sin_addr=inet_addr("${address}")}`
const V6 = (address: string, port: number) =>
  `{sa_family=AF_INET6, sin6_port=htons(${port}), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "${address}", &sin6_addr), sin6_scope_id=0}`

describe('what leaves the machine', () => {
  it.each([
    ['a connection', `77 connect(5, ${V4('192.0.2.7', 443)}, 16) = 0`, 'connect AF_INET 192.0.2.7:443'],
    [
      'one that failed',
      `77 connect(5, ${V4('192.0.2.7', 80)}, 16) = -1 ENETUNREACH (…)`,
      'connect AF_INET 192.0.2.7:80',
    ],
    [
      'one over IPv6',
      `77 connect(18, ${V6('2001:db8::8', 443)}, 28) = 0`,
      'connect AF_INET6 [2001:db8::8]:443',
    ],
    [
      'one that another thread interrupted in the record',
      `77 22:31:53.034395 connect(18, ${V6('2001:db8::8', 443)}, 28 <unfinished ...>`,
      'connect AF_INET6 [2001:db8::8]:443',
    ],
    [
      'a datagram',
      `7 sendto(9, "\\1", 1, 0, ${V4('198.51.100.1', 123)}, 16) = 1`,
      'sendto AF_INET 198.51.100.1:123',
    ],
    [
      'a message',
      `7 sendmsg(9, {msg_name=${V4('198.51.100.1', 443)}, msg_namelen=16, msg_iov=[]}, 0) = 1`,
      'sendmsg AF_INET 198.51.100.1:443',
    ],
    ['a door open to all', `7 bind(9, ${V4('0.0.0.0', 8080)}, 16) = 0`, 'bind AF_INET 0.0.0.0:8080'],
    [
      'a look-up at a name server',
      `7 connect(9, ${V4('198.51.100.53', 53)}, 16) = 0`,
      'connect AF_INET 198.51.100.53:53',
    ],
    [
      'a look-up at a name server of this machine',
      `7 connect(9, ${V4('127.0.0.53', 53)}, 16) = 0`,
      'connect AF_INET 127.0.0.53:53',
    ],
    [
      'a look-up through a service',
      '7 connect(9, {sa_family=AF_UNIX, sun_path="/run/systemd/resolve/io.systemd.Resolve"}, 42) = 0',
      'connect AF_UNIX /run/systemd/resolve/io.systemd.Resolve',
    ],
    [
      'a family that nobody thought of',
      '7 connect(9, {sa_family=AF_VSOCK, svm_cid=2}, 16) = 0',
      'connect AF_VSOCK ',
    ],
  ])('%s is seen', (_name, line, words) => {
    expect(leaving(line)).toEqual([words])
  })

  it('is every one of several messages in one call', () => {
    const two = `7 sendmmsg(9, [{msg_hdr={msg_name=${V4('192.0.2.1', 53)}}}, {msg_hdr={msg_name=${V4('192.0.2.2', 53)}}}], 2, 0) = 2`
    expect(leaving(two)).toEqual(['sendmmsg AF_INET 192.0.2.1:53', 'sendmmsg AF_INET 192.0.2.2:53'])
  })
})

describe('what stays in the machine', () => {
  it.each([
    ['a driver on the loopback', `7 connect(9, ${V4('127.0.0.1', 39121)}, 16) = 0`],
    ['the same over IPv6', `7 connect(9, ${V6('::1', 39121)}, 28) = 0`],
    ['a door open to the loopback', `7 bind(9, ${V4('127.0.0.1', 0)}, 16) = 0`],
    ['the display', '7 connect(9, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X99"}, 20) = 0'],
    ['a question to the kernel', '7 bind(9, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 0'],
    ['a message between our processes', '7 sendto(9, "192.0.2.1", 9, MSG_NOSIGNAL, NULL, 0) = 9'],
    ['an address that was only asked for', `7 getsockname(9, ${V4('192.0.2.1', 1)}, [128 => 16]) = 0`],
  ])('%s is let be', (_name, line) => {
    expect(leaving(line)).toEqual([])
  })
})
