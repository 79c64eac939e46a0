import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'

import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { BOOK, book, chunk, CHUNKS, job, listed } from '@/testing/books'
import { show } from '@/testing/show'

import BookView from './BookView.vue'

let backEnd: BackEnd

beforeEach(() => {
  backEnd = scriptedBackEnd()
  backEnd.on('GET /api/books/book/', () => data(book()))
  backEnd.on('GET /api/chunks/', () => listed(CHUNKS))
})

const view = (path = '/books/book/text') => show(BookView, { bookId: BOOK }, path)

test('a book has its title, its author and its tabs', async () => {
  await view()

  expect(await screen.findByRole('heading', { level: 1, name: 'بيت على النهر' })).toBeTruthy()
  expect(screen.getByText('ندى الراوي', { selector: 'bdi' })).toBeTruthy()
  const tabs = within(screen.getByRole('navigation', { name: 'صفحات الكتاب' })).getAllByRole('link')
  expect(tabs.map((tab) => [tab.textContent.trim(), tab.getAttribute('href')])).toEqual([
    ['نظرة عامة', '/books/book'],
    ['الشخصيات', '/books/book/characters'],
    ['العلاقات', '/books/book/graph'],
    ['الظهور', '/books/book/chart'],
    ['النص', '/books/book/text'],
  ])
  expect(screen.getByRole('link', { current: 'page' }).textContent.trim()).toBe('النص')
})

test('a book that nobody has says so, and leads back', async () => {
  backEnd.on('GET /api/books/book/', () => refused(404, 'BOOK_NOT_FOUND'))
  backEnd.on('GET /api/chunks/', () => refused(404, 'BOOK_NOT_FOUND'))

  await view()

  expect(await screen.findByText('لا: BOOK_NOT_FOUND.')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'إلى المكتبة' }).getAttribute('href')).toBe('/library')
  expect(screen.queryByRole('navigation')).toBeNull()
})

test('a server that does not answer is asked again', async () => {
  backEnd.on('GET /api/books/book/', () => null)
  await view()
  const again = await screen.findByRole('button', { name: 'حاول مرة أخرى' })
  backEnd.on('GET /api/books/book/', () => data(book()))

  again.click()

  expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy()
})

test('while a book is read, every tab tells how far it is', async () => {
  const status = { book_id: BOOK, processing_status: 'processing', processing_error: null, error_code: null }
  backEnd.on('GET /api/books/book/', () => data(book({ processing_status: 'processing' })))
  backEnd.on('GET /api/books/book/status/', () => data({ ...status, job: job({ status: 'running', progress: 40 }) }))

  await view()

  const link = await screen.findByRole('link', { name: 'متابعة القراءة' })
  expect(link.getAttribute('href')).toBe('/books/book')
  await waitFor(() => { expect(within(link).getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40') })
})

test('a book of several parts can be held at a place', async () => {
  await view()

  expect(await screen.findByRole('checkbox', { name: 'أخفِ ما يأتي لاحقًا' })).toBeTruthy()
})

test('a book of one part has nothing that comes later', async () => {
  backEnd.on('GET /api/chunks/', () => listed([chunk(1)]))

  await view()

  await waitFor(() => { expect(backEnd.times('GET /api/chunks/')).toBe(1) })
  expect(screen.queryByRole('checkbox')).toBeNull()
})
