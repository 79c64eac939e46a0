import userEvent from '@testing-library/user-event'
import { screen } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'

import type { Book, Job } from '@/api/generated'
import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { bookInLibrary, readingOf } from '@/testing/library'
import { show } from '@/testing/show'
import { useNotices } from '@/stores/notices'

import BookCard from './BookCard.vue'

const WHY = { en: 'There is no text in it.', ar: 'لا يوجد نص في ملف EPUB هذا.' }

let backEnd: BackEnd

beforeEach(() => { backEnd = scriptedBackEnd() })

async function showBook(changes: Partial<Book> = {}, job: Partial<Job> = {}): Promise<void> {
  const book = bookInLibrary(changes)
  backEnd.on(`GET /api/books/${book.book_id}/status/`, () => readingOf(book, job))
  await show(BookCard, { book })
}

test('a book that is read is named, and leads to its page', async () => {
  await showBook()

  expect(screen.getByRole('link', { name: 'ليالي الساحل' }).getAttribute('href')).toBe('/books/layla')
  expect(screen.getByRole('article').textContent).toContain('كاتبة الاختبار')
  expect(backEnd.asked).toEqual([])
})

test('a book that is being read shows how far it is, in words and parts', async () => {
  const job = { stage: 'summarizer', progress: 40, chunk_num: 3, num_of_chunks: 9 }
  await showBook({ processing_status: 'processing' }, job)

  expect(await screen.findByText('تلخيص الأحداث')).toBeTruthy()
  expect(screen.getByText('الجزء 3 من 9')).toBeTruthy()
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40')
})

test('a book in line says so, and shows no progress', async () => {
  await showBook({ processing_status: 'pending', title: null }, { status: 'pending' })

  expect(await screen.findByText('ينتظر دوره')).toBeTruthy()
  expect(screen.getByText('لم يُعرف عنوانه بعد')).toBeTruthy()
  expect(screen.queryByRole('progressbar')).toBeNull()
})

test('a reading that is put off says why, and when it goes on', async () => {
  const error = { en: 'The quota is spent.', ar: 'استُنفدت الحصة.' }
  await showBook({ processing_status: 'pending' }, { status: 'pending', error, retry_at: '2026-02-01T08:00:00+00:00' })

  expect(await screen.findByText('استُنفدت الحصة.')).toBeTruthy()
  expect(screen.getByText(/تُستأنف قراءته تلقائيًا .*2026/)).toBeTruthy()
})

test('a book that failed says why, and can be read again', async () => {
  backEnd.on('POST /api/books/layla/reprocess/', () => data({ book_id: 'layla' }))
  await showBook({ processing_status: 'failed', processing_error: WHY, error_code: 'NO_TEXT' })

  expect(screen.getByText(WHY.ar)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'اقرأه من جديد' }))

  expect(backEnd.times('POST /api/books/layla/reprocess/')).toBe(1)
})

test('what keeps a book from being read again is said', async () => {
  backEnd.on('POST /api/books/layla/reprocess/', () => refused(409, 'BOOK_IS_BEING_READ'))
  await showBook({ processing_status: 'failed', processing_error: WHY })

  await userEvent.click(screen.getByRole('button', { name: 'اقرأه من جديد' }))

  expect(useNotices().shown.map(({ sentence }) => sentence)).toEqual(['لا: BOOK_IS_BEING_READ.'])
})

test('a deleted book can be restored, and leads nowhere', async () => {
  backEnd.on('POST /api/books/layla/restore/', () => data(bookInLibrary()))
  await showBook({ deleted_at: '2026-02-01T08:00:00+00:00', processing_status: 'failed', processing_error: WHY })

  expect(screen.queryByRole('link')).toBeNull()
  expect(screen.queryByText(WHY.ar)).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'استعد الكتاب' }))

  expect(useNotices().shown[0]?.sentence).toContain('عاد')
})
