import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { beforeEach, expect, test } from 'vitest'

import { usePlaces } from './place'

beforeEach(() => {
  setActivePinia(createPinia())
})

test('a place is kept for each book and survives a reload', async () => {
  const layla = usePlaces().placeIn(() => 'layla')
  layla.value = 12
  usePlaces().placeIn(() => 'qays').value = 3
  await nextTick()

  setActivePinia(createPinia())

  expect(usePlaces().placeIn(() => 'layla').value).toBe(12)
  expect(usePlaces().placeIn(() => 'qays').value).toBe(3)
})

test('a book without a place is shown whole', () => {
  const place = usePlaces().placeIn(() => 'layla')
  place.value = 12
  place.value = null

  expect(place.value).toBeNull()
})

test.each(['no JSON', 'null', '{"layla": "twelve"}', '{"layla": -1}'])('%s is no place', (kept) => {
  localStorage.setItem('places', kept)

  expect(usePlaces().placeIn(() => 'layla').value).toBeNull()
})

test('a place that was set in another tab is not set back from here', async () => {
  usePlaces().placeIn(() => 'layla').value = 5
  await nextTick()
  localStorage.setItem('places', '{"layla": 9}')
  dispatchEvent(new StorageEvent('storage', { key: 'places' }))

  usePlaces().placeIn(() => 'qays').value = 3
  await nextTick()

  expect(usePlaces().placeIn(() => 'layla').value).toBe(9)
  expect(JSON.parse(localStorage.getItem('places') ?? '')).toEqual({ layla: 9, qays: 3 })
})
