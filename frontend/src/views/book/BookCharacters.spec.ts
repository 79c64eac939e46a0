import { screen, waitFor } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'

import { usePlaces } from '@/stores/place'
import { data, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { BADR, character } from '@/testing/characters'
import { show } from '@/testing/show'

import BookCharacters from './BookCharacters.vue'

const LIST = '/books/book/characters'

let backEnd: BackEnd

function listed(...characters: object[]) {
  const total = characters.length
  return [200, { ...(data(characters)[1] as object), pagination: { page: 1, page_size: 24, total, total_pages: 1 } }] as [number, unknown]
}

function asked(name: string): (string | null)[] {
  const characters = backEnd.asked.filter(({ what }) => what.startsWith('GET /api/characters/'))
  return characters.map(({ what }) => new URL(what.slice(4), 'http://localhost').searchParams.get(name))
}

beforeEach(() => {
  backEnd = scriptedBackEnd()
  backEnd.on('GET /api/characters/', () => listed(character(), character({ character_id: BADR, name: 'بدر', role: 'minor' })))
  backEnd.on('GET /api/books/book/', () => data({ book_id: 'book', processing_status: 'completed' }))
})

test('each character leads to its page', async () => {
  await show(BookCharacters, { bookId: 'book' }, LIST)

  await screen.findByText('سعاد')
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([`${LIST}/suad`, `${LIST}/badr`])
  expect(screen.getByText('شخصيتان')).toBeTruthy()
})

test('a role that is chosen is asked for, and stands in the address', async () => {
  const { router } = await show(BookCharacters, { bookId: 'book' }, LIST)

  await userEvent.click(await screen.findByText('هامشية', { selector: '.v-chip *' }))

  await waitFor(() => { expect(asked('role').at(-1)).toBe('minor') })
  expect(router.currentRoute.value.query).toEqual({ role: 'minor' })
})

test('who chose a table before gets a table', async () => {
  localStorage.setItem('characters-layout', 'table')

  await show(BookCharacters, { bookId: 'book' }, LIST)

  expect((await screen.findByText('سعاد')).closest('table')).toBeTruthy()
})

test('a search without a find can be given up', async () => {
  backEnd.on('GET /api/characters/', () => listed())
  const { router } = await show(BookCharacters, { bookId: 'book' }, `${LIST}?q=ليلى`)

  await userEvent.click(await screen.findByText('عرض كل الشخصيات'))

  await waitFor(() => { expect(asked('q').at(-1)).toBeNull() })
  expect(router.currentRoute.value.query).toEqual({})
})

test('where nobody is known up to the place, the whole book is offered', async () => {
  localStorage.setItem('places', JSON.stringify({ book: 2 }))
  backEnd.on('GET /api/characters/', () => listed())
  await show(BookCharacters, { bookId: 'book' }, LIST)
  expect(await screen.findByText('لم يرد اسم أي شخصية حتى الجزء 2.')).toBeTruthy()
  expect(asked('until_chunk')).toEqual(['2'])

  await userEvent.click(screen.getByText('عرض الكتاب كاملًا'))

  await waitFor(() => { expect(asked('until_chunk').at(-1)).toBeNull() })
  expect(usePlaces().placeIn(() => 'book').value).toBeNull()
})

test('who waits for the reading is told that characters will come', async () => {
  backEnd.on('GET /api/characters/', () => listed())
  backEnd.on('GET /api/books/book/', () => data({ book_id: 'book', processing_status: 'processing' }))

  await show(BookCharacters, { bookId: 'book' }, LIST)

  expect(await screen.findByText('لا شخصيات بعد')).toBeTruthy()
})
