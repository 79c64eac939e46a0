import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'

import { useReading } from './reading'

beforeEach(() => {
  setActivePinia(createPinia())
})

test('letters grow and shrink within bounds', () => {
  const reading = useReading()
  const usual = reading.size ?? 0

  reading.resize(1)
  expect(reading.size).toBeGreaterThan(usual)

  for (let times = 0; times < 20; times += 1) reading.resize(1)
  expect(reading.isLargest).toBe(true)

  for (let times = 0; times < 20; times += 1) reading.resize(-1)
  expect(reading.isSmallest).toBe(true)
})

test('what the reader likes is remembered', () => {
  useReading().resize(1)
  useReading().toggleNames()
  const { size } = useReading()

  setActivePinia(createPinia())

  expect(useReading().size).toBe(size)
  expect(useReading().showsNames).toBe(false)
})

test.each(['99', '-1', 'huge', ''])('%s is no size', (kept) => {
  const usual = useReading().size
  localStorage.setItem('text-size', kept)
  setActivePinia(createPinia())

  expect(useReading().size).toBe(usual)
})
