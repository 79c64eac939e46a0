import userEvent from '@testing-library/user-event'
import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'

import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { BOOK, book, chunk, CHUNKS, job, listed } from '@/testing/books'
import { character } from '@/testing/characters'
import { show } from '@/testing/show'
import { useNotices } from '@/stores/notices'

import BookOverview from './BookOverview.vue'

let backEnd: BackEnd

beforeEach(() => {
  backEnd = scriptedBackEnd()
  is(book(), job())
  backEnd.on('GET /api/chunks/', () => listed(CHUNKS))
  backEnd.on('GET /api/characters/', () => listed([character()]))
  backEnd.on('GET /api/books/book/verification/', () => data({ claims: {}, total: 412, hold: 412, failures: [] }))
})

function is(theBook: ReturnType<typeof book>, itsJob: ReturnType<typeof job> | null): void {
  const { processing_status, processing_error, error_code } = theBook
  backEnd.on('GET /api/books/book/', () => data(theBook))
  backEnd.on('GET /api/books/book/status/', () => data({ book_id: BOOK, processing_status, processing_error, error_code, job: itsJob }))
}

const overview = () => show(BookOverview, { bookId: BOOK })

function fact(name: string): string | undefined {
  const term = screen.queryByText(name, { selector: 'dt' })
  return term?.nextElementSibling?.textContent.replaceAll(/[\u200e\u2068\u2069]/g, '').trim()
}

test('a book that was read tells what is known of it', async () => {
  await overview()

  await waitFor(() => { expect(fact('عُثر على')).toBe('شخصيتان، علاقة واحدة') })
  expect(fact('اللغة')).toBe('العربية (بثقة 99%)')
  expect(fact('النوع')).toBe('عمل روائي (بثقة 90%)')
  await waitFor(() => { expect(fact('الطول')).toBe('60 كلمة') })
  expect(fact('التقسيم')).toBe('فصلان، 3 أجزاء')
  expect(fact('تُرك لعدم ثبوته')).toBe('لا شيء')
  expect(fact('القارئ')).toBe('القارئ المدمج')
  expect(fact('التكلفة')).toBe('لا شيء')
  expect(fact('الملف')).toBe('20 كيلوبايت')
})

test('what a chat model cost, and what it said without proof, is told', async () => {
  const usage = { calls: 48, input_tokens: 90_000, output_tokens: 10_000, cost_usd: 0.0512, by_question: {} }
  const result = { characters: 2, relationships: 1, dropped: { mentions: 3, facts: 11 } }
  is(book({ reader: 'gemini:gemini-2.5-flash' }), job({ usage, result }))

  await overview()

  await waitFor(() => { expect(fact('التكلفة')).toBe('$0.0512 · 48 سؤالًا · 100,000 رمز') })
  expect(fact('القارئ')).toBe('gemini:gemini-2.5-flash')
  expect(fact('تُرك لعدم ثبوته')).toBe('3 مواضع ذِكر، 11 معلومة')
})

test('who is in a book is shown, with a way to each', async () => {
  await overview()

  const link = await screen.findByRole('link', { name: /سعاد/ })
  expect(link.getAttribute('href')).toBe('/books/book/characters/suad')
  expect(link.textContent).toContain('ذُكرت 12 مرة')
})

test('every claim was looked up in the text', async () => {
  await overview()

  expect(await screen.findByText('المعلومات عن هذا الكتاب، وعددها 412، ثابتة كلها في نصه.')).toBeTruthy()
})

test('a claim that does not stand in the text is named', async () => {
  const failure = { kind: 'age', value: 'ستون', character_id: 'suad', name: 'سعاد', chunk_number: 2, start: 3, end: 7, why: 'quote_differs' }
  backEnd.on('GET /api/books/book/verification/', () => data({ claims: {}, total: 412, hold: 411, failures: [failure] }))

  await overview()

  expect(await screen.findByText(/411 من 412/)).toBeTruthy()
  const link = screen.getByRole('link', { name: 'الجزء 2' })
  expect(link.getAttribute('href')).toBe('/books/book/text/2?start=3&end=7')
  expect(link.closest('li')?.textContent).toContain('في الموضع كلمات أخرى.')
})

test('parts that could not be read are named, with the reason', async () => {
  backEnd.on('GET /api/chunks/', () => listed([chunk(1), chunk(2, { gap: 'SAFETY' }), chunk(3, { gap: 'ODD' })]))

  await overview()

  expect(await screen.findByText('تعذرت قراءة جزأين')).toBeTruthy()
  expect(screen.getByRole('link', { name: /الجزء 2/ }).closest('li')?.textContent).toContain('رفضت خدمة النموذج هذا النص.')
  expect(screen.getByRole('link', { name: /الجزء 3/ }).closest('li')?.textContent).toContain('ODD')
})

test('a book that is being read tells how far it is, and who was found', async () => {
  is(book({ processing_status: 'processing' }), job({ status: 'running', stage: 'chunk_updater', progress: 40, chunk_num: 1 }))

  await overview()

  expect((await screen.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('40')
  expect(screen.getByRole('status').textContent).toBe('قراءة الشخصيات')
  expect(screen.getByRole('listitem', { current: 'step' }).textContent).toContain('قراءة الشخصيات')
  expect(screen.getByText('فحص الكتاب').closest('li')?.textContent).toContain('تمّ')
  expect(await screen.findByRole('link', { name: /سعاد/ })).toBeTruthy()
  expect(backEnd.times('GET /api/books/book/verification/')).toBe(0)
})

test('a part that could not be read is named while the others are read', async () => {
  is(book({ processing_status: 'processing' }), job({ status: 'running', progress: 40 }))
  backEnd.on('GET /api/chunks/', () => listed([chunk(1, { gap: 'SAFETY' }), chunk(2, { read_at: null })]))

  await overview()

  expect(await screen.findByText('تعذرت قراءة جزء واحد')).toBeTruthy()
})

test('a reading is stopped only after a question', async () => {
  is(book({ processing_status: 'processing' }), job({ status: 'running', progress: 40 }))
  backEnd.on('POST /api/jobs/job/cancel/', () => data(job({ status: 'cancelled' })))
  await overview()

  await userEvent.click(await screen.findByRole('button', { name: 'أوقف القراءة' }))
  expect(backEnd.times('POST /api/jobs/job/cancel/')).toBe(0)

  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: 'أوقف القراءة' }))
  await waitFor(() => { expect(backEnd.times('POST /api/jobs/job/cancel/')).toBe(1) })
})

test('a book that was refused says why, and that another one is needed', async () => {
  const sentences = { en: 'Pictures only.', ar: 'صفحات هذا الكتاب صور.' }
  is(book({ processing_status: 'failed', error_code: 'IMAGES_ONLY', processing_error: sentences }), job({ status: 'failed', result: null }))
  backEnd.on('GET /api/chunks/', () => listed([]))

  await overview()

  expect(await screen.findByText(sentences.ar)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'رفع كتاب آخر' }).getAttribute('href')).toBe('/library')
  expect(screen.getByRole('button', { name: 'اقرأه من جديد' })).toBeTruthy()
})

test('what was found before a reading was stopped stays', async () => {
  const sentences = { en: 'Cancelled.', ar: 'أُلغيت القراءة.' }
  is(book({ processing_status: 'failed', error_code: 'JOB_CANCELLED', processing_error: sentences }), job({ status: 'cancelled' }))

  await overview()

  expect(await screen.findByText('أُوقفت القراءة')).toBeTruthy()
  expect(await screen.findByRole('link', { name: /سعاد/ })).toBeTruthy()
})

test('a file is exported under the name that the server gives it', async () => {
  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  URL.createObjectURL = () => 'blob:table'
  backEnd.on('GET /api/books/book/export/?format=csv&table=relationships', () => [200, new Blob(['a;b'])])
  await overview()

  await userEvent.click(await screen.findByRole('button', { name: 'تصدير' }))
  await userEvent.click(await screen.findByText('العلاقات (CSV)'))

  await waitFor(() => { expect(saved).toHaveBeenCalled() })
})

test('a file that is gone is told', async () => {
  backEnd.on('GET /api/books/book/download/', () => refused(410, 'BOOK_FILE_MISSING'))
  await overview()

  await userEvent.click(await screen.findByRole('button', { name: 'تنزيل ملف EPUB' }))

  await waitFor(() => { expect(useNotices().shown.map(({ sentence }) => sentence)).toEqual(['لا: BOOK_FILE_MISSING.']) })
})

test('a deleted book is left for the library', async () => {
  backEnd.on('DELETE /api/books/book/', () => data({}))
  backEnd.on('GET /api/books/', () => listed([]))
  const { router } = await show(BookOverview, { bookId: BOOK }, '/books/book')

  await userEvent.click(await screen.findByRole('button', { name: 'احذف' }))

  await waitFor(() => { expect(router.currentRoute.value.name).toBe('library') })
})

test('at a place in the book nothing is told of the whole', async () => {
  localStorage.setItem('places', JSON.stringify({ [BOOK]: 1 }))
  backEnd.on('GET /api/chunks/', () => listed([chunk(1), chunk(2), chunk(3, { gap: 'SAFETY' })]))

  await overview()

  await waitFor(() => { expect(fact('الطول')).toBe('60 كلمة') })
  expect(fact('عُثر على')).toBeUndefined()
  expect(fact('تُرك لعدم ثبوته')).toBeUndefined()
  expect(backEnd.times('GET /api/books/book/verification/')).toBe(0)
  expect(screen.getByRole('link', { name: /الجزء 3/ }).textContent).toContain('الفصل 2')
  await waitFor(() => { expect(backEnd.asked.some(({ what }) => /characters.*until_chunk=1/.test(what))).toBe(true) })
})

test('who has come to the end is told of the whole', async () => {
  localStorage.setItem('places', JSON.stringify({ [BOOK]: 3 }))

  await overview()

  await waitFor(() => { expect(fact('عُثر على')).toBe('شخصيتان، علاقة واحدة') })
  expect(await screen.findByText(/وعددها 412/)).toBeTruthy()
})
