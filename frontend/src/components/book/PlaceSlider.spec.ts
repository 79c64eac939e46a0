import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'

import { usePlaces } from '@/stores/place'
import { BOOK, CHUNKS } from '@/testing/books'
import { show } from '@/testing/show'

import PlaceSlider from './PlaceSlider.vue'

beforeEach(() => { localStorage.clear() })

const shown = () => show(PlaceSlider, { bookId: BOOK, chunks: CHUNKS })
const place = () => usePlaces().placeIn(() => BOOK)
const theSwitch = () => screen.getByRole('checkbox', { name: 'أخفِ ما يأتي لاحقًا' })
const slider = () => screen.getByRole('slider', { name: 'آخر جزء قرأتَه' })
const stop = () => slider().getAttribute('aria-valuetext')

test('a book is shown whole until one hides what comes later', async () => {
  await shown()
  expect(screen.getByText('يُعرض الكتاب كله.')).toBeTruthy()
  expect(screen.queryByRole('slider')).toBeNull()

  await userEvent.click(theSwitch())

  expect(place().value).toBe(1)
  expect(stop()).toBe('الجزء 1 من 3')
})

test('the slider tells how far it is while it moves, and the place follows when it is let go', async () => {
  localStorage.setItem('places', JSON.stringify({ [BOOK]: 1 }))
  const user = userEvent.setup()
  await shown()

  slider().focus()
  await user.keyboard('{ArrowUp>2}')
  expect(screen.getByText('الفصل 2')).toBeTruthy()
  expect(stop()).toBe('الجزء 3 من 3')
  expect(place().value).toBe(1)

  await user.keyboard('{/ArrowUp}')
  expect(place().value).toBe(3)
  expect(await screen.findByText('النهر')).toBeTruthy()
})

test('in Arabic the book runs from the right', async () => {
  localStorage.setItem('places', JSON.stringify({ [BOOK]: 1 }))
  await shown()

  slider().focus()
  await userEvent.keyboard('{ArrowLeft}')

  expect(place().value).toBe(2)
})

test('a place that moves elsewhere moves the slider', async () => {
  localStorage.setItem('places', JSON.stringify({ [BOOK]: 1 }))
  await shown()

  place().value = 2

  await waitFor(() => { expect(stop()).toBe('الجزء 2 من 3') })
})

test('who shows the whole book comes back to where they were', async () => {
  localStorage.setItem('places', JSON.stringify({ [BOOK]: 2 }))
  await shown()

  await userEvent.click(theSwitch())
  expect(place().value).toBeNull()

  await userEvent.click(theSwitch())
  expect(place().value).toBe(2)
})

test('a place behind the end of a book that became shorter is its end', async () => {
  localStorage.setItem('places', JSON.stringify({ [BOOK]: 40 }))
  await shown()

  expect(screen.getByText('النهر')).toBeTruthy()
  expect(stop()).toBe('الجزء 3 من 3')
})
