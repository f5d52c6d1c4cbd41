import { expect, test } from 'vitest'
import { matching } from './destinations'

const things = ['Import files…', 'Settings', 'Import a folder…', '모든 단축키', 'Search the library'].map(
  (title) => ({
    title,
  }),
)
const titles = (typed: string) => matching(things, typed).map((thing) => thing.title)

test('typed letters begin words of the title, in any order', () => {
  expect(titles('imp fol')).toEqual(['Import a folder…'])
  expect(titles('fol imp')).toEqual(['Import a folder…'])
  expect(titles('mport')).toEqual([])
  expect(titles('단축')).toEqual(['모든 단축키'])
})

test('those that begin with what was typed come first', () => {
  expect(titles('s')).toEqual(['Settings', 'Search the library'])
  expect(titles('lib')).toEqual(['Search the library'])
})
