import userEvent from '@testing-library/user-event'
import { fireEvent, screen } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'

import { refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { bookInLibrary, pageOf } from '@/testing/library'
import { LIMITS, limits } from '@/testing/limits'
import { show } from '@/testing/show'

import LibraryView from './LibraryView.vue'

const LIST = 'GET /api/books/'

let backEnd: BackEnd

beforeEach(() => {
  backEnd = scriptedBackEnd()
  backEnd.on(LIMITS, limits)
})

const lastAsked = () => new URLSearchParams(backEnd.asked.findLast(({ what }) => what.startsWith(LIST))?.what.split('?')[1])

test('the books are there, and how many', async () => {
  const books = ['ليالي الساحل', 'بيت التوتة'].map((title) => bookInLibrary({ title, book_id: title }))
  backEnd.on(LIST, () => pageOf(books))
  await show(LibraryView, {})

  expect(await screen.findByText('بيت التوتة', { selector: 'bdi' })).toBeTruthy()
  expect(screen.getByText('كتابان').closest('[role=status]')).not.toBeNull()
})

test('an empty library says what to do, and shows no filters', async () => {
  backEnd.on(LIST, () => pageOf([]))
  await show(LibraryView, {})

  expect(await screen.findByText('اختر ملفات EPUB')).toBeTruthy()
  expect(await screen.findByText('عدة ملفات معًا، حتى 50 م.ب لكل ملف')).toBeTruthy()
  expect(screen.queryByRole('search')).toBeNull()
})

test('before the server told its limits, none is claimed', async () => {
  backEnd.on(LIMITS, () => null)
  backEnd.on(LIST, () => pageOf([]))
  await show(LibraryView, {})

  expect(await screen.findByText('اختر ملفات EPUB')).toBeTruthy()
  expect(screen.queryByText(/حتى/)).toBeNull()
})

test('among the deleted books it says for how long they are kept', async () => {
  backEnd.on(LIST, () => pageOf([bookInLibrary()]))
  await show(LibraryView, {}, '/library?deleted=true')

  expect(await screen.findByText(/خلال 7 أيام/)).toBeTruthy()
})

test('when no book is as the filters say, they can be cleared', async () => {
  backEnd.on(LIST, () => pageOf([]))
  const { router } = await show(LibraryView, {}, '/library?q=سراب&status=failed')

  expect(await screen.findByText('لا كتاب بهذه الصفات')).toBeTruthy()
  await userEvent.click(screen.getByText('امسح التصفية'))

  await vi.waitFor(() => { expect(router.currentRoute.value.query).toEqual({}) })
})

test('what is in the address is asked for and shown', async () => {
  backEnd.on(LIST, () => pageOf([bookInLibrary()], 60, 3))
  await show(LibraryView, {}, '/library?q=ليلى&language=ar&page=2')

  await screen.findByText('ليالي الساحل', { selector: 'bdi' })
  expect(Object.fromEntries(lastAsked())).toMatchObject({ q: 'ليلى', language: 'ar', page: '2' })
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('ليلى')
})

test('a search is asked for once, when typing has paused', async () => {
  backEnd.on(LIST, () => pageOf([bookInLibrary()]))
  const { router } = await show(LibraryView, {}, '/library?status=completed')
  await screen.findByText('ليالي الساحل', { selector: 'bdi' })
  const before = backEnd.times(LIST)

  for (const text of ['ل', 'لي', 'ليل']) await fireEvent.update(screen.getByRole('searchbox'), text)
  await vi.waitFor(() => { expect(lastAsked().get('q')).toBe('ليل') })

  expect(backEnd.times(LIST)).toBe(before + 1)
  expect(router.currentRoute.value.query).toEqual({ q: 'ليل', status: 'completed' })
})

test('a list that cannot be loaded says why, and can be tried again', async () => {
  backEnd.on(LIST, () => refused(409, 'BEING_READ'))
  await show(LibraryView, {})
  expect(await screen.findByText('لا: BEING_READ.')).toBeTruthy()

  backEnd.on(LIST, () => pageOf([bookInLibrary()]))
  await userEvent.click(screen.getByText('حاول مرة أخرى'))

  expect(await screen.findByText('ليالي الساحل', { selector: 'bdi' })).toBeTruthy()
})

test('deleted books are apart, and only they are shown', async () => {
  backEnd.on(LIST, () => pageOf([bookInLibrary({ deleted_at: '2026-02-01T08:00:00+00:00' })]))
  await show(LibraryView, {}, '/library?deleted=true')

  expect(await screen.findByText('استعد الكتاب')).toBeTruthy()
  expect(lastAsked().get('deleted')).toBe('true')
  expect(screen.queryByText('أضف كتبًا')).toBeNull()
})

test('a page behind the last one leads to the last', async () => {
  backEnd.on(LIST, () => pageOf([bookInLibrary()], 25, 2))
  backEnd.on(`${LIST}?ordering=-created_at&page=3&page_size=24`, () => pageOf([], 25, 2))
  const { router } = await show(LibraryView, {}, '/library?page=3')

  expect(await screen.findByText('ليالي الساحل', { selector: 'bdi' })).toBeTruthy()
  expect(router.currentRoute.value.query).toEqual({ page: '2' })
})
