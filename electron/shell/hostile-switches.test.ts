import { describe, expect, it } from 'vitest'
import { findHostileSwitch } from './hostile-switches'

describe('a start with a hostile switch', () => {
  it.each([
    ['--remote-debugging-port=9222', 'remote-debugging-port'],
    ['--inspect', 'inspect'],
    ['--JS-FLAGS=--expose-gc', 'js-flags'],
    ['-load-extension=/tmp/x', 'load-extension'],
    ['--no-sandbox', 'no-sandbox'],
  ])('%s is noticed', (argument, name) => {
    expect(findHostileSwitch(['colophon', 'file.txt', argument])).toBe(name)
  })

  it('leaves ordinary arguments alone', () => {
    expect(
      findHostileSwitch(['/opt/inspect/colophon', 'notes--inspect.txt', '--user-data-dir=/x']),
    ).toBeNull()
  })
})
