import { describe, expect, it } from 'vitest'
import { findHostileSwitch, findHostileVariable } from './hostile-switches'

/** Every switch of SECURITY.md and a few of the many that it does not name. */
const HOSTILE = [
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--remote-allow-origins=*',
  '--inspect',
  '--inspect=0.0.0.0:9229',
  '--inspect-brk',
  '--inspect_brk',
  '--JS-FLAGS=--expose-gc',
  '-load-extension=/tmp/x',
  '--proxy-server=localhost:8080',
  '--proxy-pac-url=data:,x',
  '--host-rules=MAP * 127.0.0.1',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--disable-web-security',
  '--no-sandbox',
  '--single-process',
  '--log-net-log=/tmp/net.json',
  '--enable-logging=file',
  '--ssl-key-log-file=/tmp/keys',
  '--renderer-cmd-prefix=strace',
  '--browser-subprocess-path=/tmp/x',
  '--enable-features=Anything',
  '--trace-startup',
  '--headless',
  '--a-switch-that-nobody-has-thought-of-yet',
]

describe('a start with a hostile switch', () => {
  it.each(HOSTILE)('%s is noticed', (argument) => {
    expect(findHostileSwitch(['colophon', 'file.txt', argument], 'linux')).toBe(argument.split('=')[0])
  })

  it('is noticed with a slash on Windows, where a slash elsewhere begins a path', () => {
    expect(findHostileSwitch(['colophon.exe', '/inspect'], 'win32')).toBe('/inspect')
    expect(findHostileSwitch(['colophon', '/inspect'], 'linux')).toBeNull()
  })

  it('leaves ordinary arguments alone', () => {
    const argv = ['/opt/inspect/colophon', 'notes--inspect.txt', '--user-data-dir=/x', '--lang=ko', '-']
    expect(findHostileSwitch(argv, 'linux')).toBeNull()
  })

  it('leaves alone what macOS adds by itself, on macOS only', () => {
    const argv = ['Colophon', '-psn_0_4711', '-NSDocumentRevisionsDebugMode', 'YES']
    expect(findHostileSwitch(argv, 'darwin')).toBeNull()
    expect(findHostileSwitch(argv, 'linux')).toBe('-psn_0_4711')
  })
})

describe('a start in a hostile environment', () => {
  it.each(['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'ELECTRON_ENABLE_LOGGING', 'SSLKEYLOGFILE'])(
    '%s is noticed',
    (name) => {
      expect(findHostileVariable({ HOME: '/home/a', [name]: '1' })).toBe(name)
    },
  )

  it('leaves an ordinary environment alone', () => {
    expect(findHostileVariable({ HOME: '/home/a', LANG: 'ko_KR.UTF-8', NODE_OPTIONS: '' })).toBeNull()
  })
})
