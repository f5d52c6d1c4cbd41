import { expect, it } from 'vitest'
import { createPace } from './pace'

it('says nothing before a second has passed', () => {
  const pace = createPace(0)
  pace.add(900, { articles: 9, files: 9 })
  expect([pace.rate(), pace.secondsLeft(100)]).toEqual([null, null])
})

it('counts articles for the rate and files for the time that is left', () => {
  const pace = createPace(0)
  pace.add(2_000, { articles: 40, files: 10 })
  expect([pace.rate(), pace.secondsLeft(50)]).toEqual([20, 10])
})

it('tells of the last ten seconds', () => {
  const pace = createPace(0)
  for (let second = 1; second <= 60; second += 1) {
    const files = second <= 40 ? second : 40 + (second - 40) * 5
    pace.add(second * 1_000, { articles: files, files })
  }
  expect(pace.rate()).toBe(5)
})

it('does not count a pause', () => {
  const pace = createPace(0)
  pace.add(2_000, { articles: 20, files: 20 })
  pace.rest(2_000, 62_000)
  pace.add(64_000, { articles: 40, files: 40 })
  expect(pace.rate()).toBe(10)
})

it('cannot say how long nothing will take', () => {
  const pace = createPace(0)
  pace.add(5_000, { articles: 0, files: 0 })
  expect(pace.secondsLeft(10)).toBeNull()
})
