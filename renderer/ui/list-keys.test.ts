import { expect, test } from 'vitest'
import { nextIndex } from './list-keys'

const at = (index: number, count = 10) => ({ index, count, page: 4 })

test('keys walk the list and stop at its ends', () => {
  expect(nextIndex('ArrowDown', at(3))).toBe(4)
  expect(nextIndex('ArrowDown', at(9))).toBe(9)
  expect(nextIndex('ArrowUp', at(0))).toBe(0)
  expect(nextIndex('PageDown', at(7))).toBe(9)
  expect(nextIndex('PageUp', at(7))).toBe(3)
  expect(nextIndex('Home', at(7))).toBe(0)
  expect(nextIndex('End', at(7))).toBe(9)
  expect(nextIndex('Enter', at(7))).toBe(7)
})

test('with nothing selected down begins at the top, up at the end, and Enter means nothing', () => {
  expect(nextIndex('ArrowDown', at(-1))).toBe(0)
  expect(nextIndex('ArrowUp', at(-1))).toBe(9)
  expect(nextIndex('Enter', at(-1))).toBeNull()
  expect(nextIndex('ArrowDown', at(-1, 0))).toBeNull()
  expect(nextIndex('x', at(1))).toBeNull()
})
