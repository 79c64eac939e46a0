import { beforeEach, expect, test, vi } from 'vitest'

import { throttled } from './throttled'

beforeEach(() => void vi.useFakeTimers())

test('the first call runs at once', () => {
  const run = vi.fn()

  throttled(run, 5000)('ليلى')

  expect(run).toHaveBeenCalledWith('ليلى')
})

test('of many calls meanwhile one is made up for, when the rest is over', () => {
  const run = vi.fn()
  const call = throttled(run, 5000)
  for (let count = 0; count < 10; count += 1) call('ليلى')

  vi.advanceTimersByTime(4999)
  expect(run).toHaveBeenCalledTimes(1)

  vi.advanceTimersByTime(1)
  expect(run).toHaveBeenCalledTimes(2)

  vi.advanceTimersByTime(60_000)
  expect(run).toHaveBeenCalledTimes(2)
})

test('what is made up for rests, too', () => {
  const run = vi.fn()
  const call = throttled(run, 5000)
  call('ليلى')
  call('ليلى')
  vi.advanceTimersByTime(5000)
  call('ليلى')

  expect(run).toHaveBeenCalledTimes(2)

  vi.advanceTimersByTime(5000)
  expect(run).toHaveBeenCalledTimes(3)
})

test('each key rests for itself', () => {
  const run = vi.fn()
  const call = throttled(run, 5000)
  call('ليلى')
  call('قيس')

  expect(run.mock.calls).toEqual([['ليلى'], ['قيس']])
})
