import { beforeEach, expect, test, vi } from 'vitest'

import { throttled } from './throttled'

const always = () => 5000

beforeEach(() => void vi.useFakeTimers())

test('the first call runs at once', () => {
  const run = vi.fn()

  throttled(run, always).call('ليلى')

  expect(run).toHaveBeenCalledWith('ليلى')
})

test('of many calls meanwhile one is made up for, when the rest is over', () => {
  const run = vi.fn()
  const { call } = throttled(run, always)
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
  const { call } = throttled(run, always)
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
  const { call } = throttled(run, always)
  call('ليلى')
  call('قيس')

  expect(run.mock.calls).toEqual([['ليلى'], ['قيس']])
})

test('how long it rests may depend on when the first call was', () => {
  const run = vi.fn()
  const { call } = throttled(run, (sinceFirst) => (sinceFirst < 5000 ? 5000 : 60_000))
  call('ليلى')
  call('ليلى')
  vi.advanceTimersByTime(5000)
  call('ليلى')

  vi.advanceTimersByTime(59_999)
  expect(run).toHaveBeenCalledTimes(2)

  vi.advanceTimersByTime(1)
  expect(run).toHaveBeenCalledTimes(3)
})

test('what is forgotten is not made up for, and begins anew', () => {
  const run = vi.fn()
  const { call, forget } = throttled(run, (sinceFirst) => 5000 + sinceFirst)
  call('ليلى')
  call('ليلى')
  vi.advanceTimersByTime(4000)

  forget('ليلى')
  vi.advanceTimersByTime(60_000)
  expect(run).toHaveBeenCalledTimes(1)

  call('ليلى')
  call('ليلى')
  vi.advanceTimersByTime(5000)
  expect(run).toHaveBeenCalledTimes(3)
})
