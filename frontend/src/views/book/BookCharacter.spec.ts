import { screen, waitFor } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'

import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { BADR, details, fact } from '@/testing/characters'
import { show } from '@/testing/show'

import BookCharacter from './BookCharacter.vue'

const PAGE = '/books/book/characters/suad'
const SUAD_HERSELF = details([fact('name', 'سعاد'), fact('trait', 'كريمة')])

let backEnd: BackEnd

beforeEach(() => {
  backEnd = scriptedBackEnd()
  const page = { page: 1, page_size: 100, total: 0, total_pages: 0 }
  for (const list of ['characters', 'characters/relationships', 'chunks']) {
    backEnd.on(`GET /api/${list}/`, () => [200, { ...(data([])[1] as object), pagination: page }])
  }
})

test('a character is shown with what the text says', async () => {
  backEnd.on('GET /api/characters/suad/', () => data(SUAD_HERSELF))

  await show(BookCharacter, { bookId: 'book', characterId: 'suad' }, PAGE)

  expect(await screen.findByRole('heading', { name: 'سعاد' })).toBeTruthy()
  expect(screen.getByText('كريمة')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'عرض في شبكة العلاقات' }).getAttribute('href')).toBe('/books/book/graph?character=suad')
})

test('who is not known at the place is not named, and the whole book is offered', async () => {
  localStorage.setItem('places', JSON.stringify({ book: 2 }))
  backEnd.on('GET /api/characters/suad/', ({ what }) =>
    what.includes('until_chunk') ? refused(404, 'CHARACTER_NOT_FOUND') : data(SUAD_HERSELF),
  )
  await show(BookCharacter, { bookId: 'book', characterId: 'suad' }, PAGE)
  expect(await screen.findByText('لم تظهر بعد')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'إلى الشخصيات' }).getAttribute('href')).toBe('/books/book/characters')
  expect(document.body.textContent).not.toContain('سعاد')

  await userEvent.click(screen.getByRole('button', { name: 'عرض الكتاب كاملًا' }))

  expect(await screen.findByRole('heading', { name: 'سعاد' })).toBeTruthy()
})

test('who has gone is said to be gone', async () => {
  backEnd.on('GET /api/characters/suad/', () => refused(404, 'CHARACTER_NOT_FOUND'))

  await show(BookCharacter, { bookId: 'book', characterId: 'suad' }, PAGE)

  expect(await screen.findByText('لا توجد شخصية كهذه')).toBeTruthy()
})

test('who turned out to be someone else has the address of that one', async () => {
  backEnd.on('GET /api/characters/badr/', () => data(SUAD_HERSELF))

  const { router } = await show(BookCharacter, { bookId: 'book', characterId: BADR }, '/books/book/characters/badr')

  await waitFor(() => { expect(router.currentRoute.value.path).toBe(PAGE) })
})

test('another failure is told in the words of the server', async () => {
  backEnd.on('GET /api/characters/suad/', () => refused(400, 'BAD_REQUEST'))

  await show(BookCharacter, { bookId: 'book', characterId: 'suad' }, PAGE)

  expect(await screen.findByText('لا: BAD_REQUEST.')).toBeTruthy()
})
