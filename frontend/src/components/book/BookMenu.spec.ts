import userEvent from '@testing-library/user-event'
import { screen } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'

import type { Book } from '@/api/generated'
import { data, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { bookInLibrary, readingOf } from '@/testing/library'
import { show } from '@/testing/show'
import { useNotices } from '@/stores/notices'

import BookMenu from './BookMenu.vue'

let backEnd: BackEnd

beforeEach(() => {
  backEnd = scriptedBackEnd()
})

async function openMenu(changes: Partial<Book> = {}): Promise<void> {
  const book = bookInLibrary(changes)
  backEnd.on('GET /api/books/layla/status/', () => readingOf(book, { job_id: 'job' }))
  await show(BookMenu, { book })
  await userEvent.click(screen.getByRole('button', { name: /خيارات/ }))
}

test('what is deleted can be had back', async () => {
  backEnd.on('DELETE /api/books/layla/', () => data(bookInLibrary()))
  backEnd.on('POST /api/books/layla/restore/', () => data(bookInLibrary()))
  await openMenu()

  await userEvent.click(await screen.findByText('احذف'))
  const [notice] = useNotices().shown
  expect(notice?.sentence).toContain('ليالي الساحل')
  expect(backEnd.times('POST /api/books/layla/restore/')).toBe(0)

  await notice?.action?.run()
  expect(backEnd.times('POST /api/books/layla/restore/')).toBe(1)
})

test('a book is read again only after a question', async () => {
  backEnd.on('POST /api/books/layla/reprocess/', () => data({ book_id: 'layla' }))
  await openMenu()

  await userEvent.click(await screen.findByText('اقرأه من جديد'))
  expect(backEnd.times('POST /api/books/layla/reprocess/')).toBe(0)

  await userEvent.click(await screen.findByRole('button', { name: 'اقرأه من جديد' }))
  expect(backEnd.times('POST /api/books/layla/reprocess/')).toBe(1)
})

test('a reading under way can be stopped after a question, not begun anew', async () => {
  backEnd.on('POST /api/jobs/job/cancel/', () => data({ book_id: 'layla' }))
  await openMenu({ processing_status: 'processing' })

  expect(screen.queryByText('اقرأه من جديد')).toBeNull()
  await userEvent.click(await screen.findByText('أوقف القراءة'))
  expect(backEnd.times('POST /api/jobs/job/cancel/')).toBe(0)
  await userEvent.click(await screen.findByRole('button', { name: 'أوقف القراءة' }))

  expect(backEnd.times('POST /api/jobs/job/cancel/')).toBe(1)
})
