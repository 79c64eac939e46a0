import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'

import type { JobState } from '@/api/generated'
import { usePace } from '@/stores/pace'

import { secondsLeft } from './useTimeLeft'

beforeEach(() => { setActivePinia(createPinia()) })

function state(progress: number, status: JobState['status'] = 'running'): JobState {
  return { job_id: 'j', book_id: 'b', status, stage: 'chunk_updater', progress, chunk_num: 1, num_of_chunks: 9, seq: 1 }
}

/** Seen at so many seconds. */
function watched(...seen: [second: number, progress: number, status?: JobState['status']][]) {
  const pace = usePace()
  for (const [second, progress, status] of seen) pace.note(state(progress, status), second * 1000)
  return pace.of('j')
}

test('what is left goes at the pace of what was seen', () => {
  const samples = watched([0, 20], [10, 30], [20, 40])

  expect(secondsLeft(samples, 20_000)).toBe(60)
  expect(secondsLeft(samples, 25_000)).toBe(55)
})

test('nothing is said before there is enough to say', () => {
  expect(secondsLeft([], 0)).toBeNull()
  expect(secondsLeft(watched([0, 20], [60, 40]), 60_000)).toBeNull()
  expect(secondsLeft(watched([0, 20], [1, 30], [2, 40]), 2000)).toBeNull()
})

test('nothing is said of a reading that has stalled', () => {
  const samples = watched([0, 20], [10, 30], [20, 40])

  expect(secondsLeft(samples, 59_000)).not.toBeNull()
  expect(secondsLeft(samples, 61_000)).toBeNull()
})

test('the quick steps before the parts do not count', () => {
  expect(watched([0, 2], [1, 8], [2, 10], [12, 20])).toHaveLength(2)
})

test('only the latest steps count, as the pace may change', () => {
  const quick = Array.from({ length: 30 }, (_, step): [number, number] => [step, 10 + step])
  const slow = Array.from({ length: 20 }, (_, step): [number, number] => [100 + 10 * step, 40 + step])

  expect(secondsLeft(watched(...quick, ...slow), 290_000)).toBe(410)
})

test('of a quick reading as much is said, and it does not come and go', () => {
  const steps = Array.from({ length: 80 }, (_, step): [number, number] => [step * 0.3, 10 + step])
  const said = steps.map(([second, progress]) => secondsLeft(watched([second, progress]), second * 1000))

  const first = said.findIndex((seconds) => seconds !== null)
  expect(first).toBe(Math.ceil(10 / 0.3))
  expect(said.slice(first)).not.toContain(null)
})

test('a reading that waits or begins anew is watched anew', () => {
  expect(watched([0, 20], [10, 30], [20, 30, 'pending'], [90, 32])).toHaveLength(1)
  expect(watched([100, 20])).toHaveLength(1)
})
