import userEvent from '@testing-library/user-event'
import { screen } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'

import { data, scriptedBackEnd } from '@/testing/backEnd'
import { BOOK } from '@/testing/books'
import { details, SUAD } from '@/testing/characters'
import { show } from '@/testing/show'

import OnlyCharacter from './OnlyCharacter.vue'

const inPart = (number: number) => ({
  chunk_id: `part-${number}`,
  chunk_number: number,
  chapter_number: 1,
  mention_count: 1,
  spans: [[0, 4]],
})

beforeEach(() => {
  const mentions = [inPart(2), inPart(5), inPart(9)]
  scriptedBackEnd().on('GET /api/characters/suad/', () => data(details([], { mentions })))
})

function only(current: number) {
  const linkTo = (part: number) => `/books/${BOOK}/text/${part}`
  return show(OnlyCharacter, { bookId: BOOK, characterId: SUAD, current, linkTo })
}

test('from a part one comes to those before and after it that name the character', async () => {
  await only(6)

  expect((await screen.findByRole('link', { name: 'الموضع السابق لذكر سعاد' })).getAttribute('href')).toBe('/books/book/text/5')
  expect(screen.getByRole('link', { name: 'الموضع التالي لذكر سعاد' }).getAttribute('href')).toBe('/books/book/text/9')
})

test('before the first and after the last there is nothing', async () => {
  await only(9)

  expect(await screen.findByRole('link', { name: 'الموضع السابق لذكر سعاد' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'الموضع التالي لذكر سعاد' })).toBeNull()
})

test('one can have everybody marked again', async () => {
  const { emitted } = await only(2)

  await userEvent.click(await screen.findByRole('button', { name: 'إبراز الأسماء كلها' }))

  expect(emitted('clear')).toHaveLength(1)
})
