import userEvent from '@testing-library/user-event'
import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'

import { usePlaces } from '@/stores/place'
import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { BOOK, chunk, chunkDetails, CHUNKS, listed, mentionsOf } from '@/testing/books'
import { details } from '@/testing/characters'
import { show } from '@/testing/show'

import BookText from './BookText.vue'

let backEnd: BackEnd
const scrollIntoView = vi.fn()

beforeEach(() => {
  vi.stubGlobal('scrollTo', vi.fn())
  Element.prototype.scrollIntoView = scrollIntoView.mockClear()
  backEnd = scriptedBackEnd()
  backEnd.on('GET /api/chunks/', () => listed(CHUNKS))
  for (const { chunk_number: number } of CHUNKS) {
    backEnd.on(`GET /api/chunks/part-${number}/`, () => data(chunkDetails(number)))
  }
})

function text(props: object = {}) {
  return show(BookText, { bookId: BOOK, chunkNumber: null, claim: null, characterId: null, ...props })
}

function haveRead(until: number): void {
  localStorage.setItem('places', JSON.stringify({ [BOOK]: until }))
}

const place = () => usePlaces().placeIn(() => BOOK).value

test('a book opens at its first part', async () => {
  await text()

  expect(await screen.findByText('نص الجزء 1.')).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'الرسالة' })).toBeTruthy()
  expect(screen.getByText('الجزء 1 من 3')).toBeTruthy()
})

test("a book that was begun opens at the reader's place, with the names known there", async () => {
  haveRead(2)

  await text()

  expect(await screen.findByText('نص الجزء 2.')).toBeTruthy()
  expect(backEnd.times('GET /api/chunks/part-2/?until_chunk=2')).toBe(1)
})

test('one turns to the parts before and after', async () => {
  await text({ chunkNumber: 2 })

  expect((await screen.findByRole('link', { name: 'الجزء التالي' })).getAttribute('href')).toBe('/books/book/text/3')
  expect(screen.getByRole('link', { name: 'الجزء السابق' }).getAttribute('href')).toBe('/books/book/text/1')
})

test('the next part is there before one turns to it', async () => {
  await text({ chunkNumber: 1 })

  await waitFor(() => { expect(backEnd.times('GET /api/chunks/part-2/')).toBe(1) })
})

test('what lies behind the place is neither asked for nor shown', async () => {
  haveRead(1)

  await text({ chunkNumber: 3 })

  expect(await screen.findByText('لم تصل إلى هنا بعد')).toBeTruthy()
  expect(screen.queryByText('نص الجزء 3.')).toBeNull()
  expect(screen.getByRole('link', { name: 'العودة إلى حيث وصلت' }).getAttribute('href')).toBe('/books/book/text/1')
  expect(backEnd.times('GET /api/chunks/part-3/')).toBe(0)
})

test('the part behind the place is not fetched ahead', async () => {
  haveRead(1)

  await text({ chunkNumber: 1 })

  await screen.findByText('نص الجزء 1.')
  expect(backEnd.times('GET /api/chunks/part-2/')).toBe(0)
})

test('to show it anyway moves the place', async () => {
  haveRead(1)
  await text({ chunkNumber: 3 })

  await userEvent.click(await screen.findByRole('button', { name: 'أظهره على أي حال' }))

  expect(await screen.findByText('نص الجزء 3.')).toBeTruthy()
  expect(place()).toBe(3)
})

test('one says how far one has read', async () => {
  await text({ chunkNumber: 2 })

  await userEvent.click(await screen.findByRole('button', { name: 'قرأتُ إلى هنا' }))

  expect(place()).toBe(2)
  expect(screen.getByRole('status').textContent).toContain('وما يأتي بعده مخفيّ')
})

test('to look something up does not move the place back', async () => {
  haveRead(3)
  await text({ chunkNumber: 2 })

  const button = await screen.findByRole('button', { name: 'قرأتُ إلى هنا' })

  expect(button.hasAttribute('disabled')).toBe(true)
  expect(screen.getByRole('status').textContent).toContain('وصلتَ إلى الجزء 3')
  expect(place()).toBe(3)
})

test('the title of a chapter behind the place is told nowhere', async () => {
  haveRead(1)

  await text({ chunkNumber: 3 })

  expect(await screen.findByRole('heading', { name: 'الفصل 2' })).toBeTruthy()
  expect(screen.getAllByText('الرسالة')).toHaveLength(1)
  expect(screen.queryByText('النهر')).toBeNull()
})

test('names are marked, until one would rather not', async () => {
  const mentions = [mentionsOf('سالم', [0, 4])]
  backEnd.on('GET /api/chunks/part-1/', () => data(chunkDetails(1, { chunk_text: 'سالم وحده.', mentions })))
  await text()
  expect(await screen.findByRole('link', { name: 'سالم' })).toBeTruthy()

  await userEvent.click(screen.getByRole('button', { name: 'إبراز الأسماء' }))

  expect(screen.queryByRole('link', { name: 'سالم' })).toBeNull()
  expect(screen.getByText('سالم وحده.')).toBeTruthy()
})

test("one character's names are marked alone, and stay so when one turns the page", async () => {
  const mentions = [mentionsOf('سالم', [0, 4]), mentionsOf('مريم', [6, 10])]
  backEnd.on('GET /api/chunks/part-1/', () => data(chunkDetails(1, { chunk_text: 'سالم ومريم.', mentions })))
  backEnd.on(`GET /api/characters/${encodeURIComponent('مريم')}/`, () => data(details([], { name: 'مريم' })))

  await text({ characterId: 'مريم' })

  expect(await screen.findByRole('link', { name: 'مريم' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'سالم' })).toBeNull()
  expect(await screen.findByText(/فقط/)).toBeTruthy()
  const next = screen.getByRole('link', { name: 'الجزء التالي' }).getAttribute('href')
  expect(decodeURIComponent(next ?? '')).toBe('/books/book/text/2?character=مريم')
})

test('the words of a claim are marked', async () => {
  const { container } = await text({ chunkNumber: 2, claim: { start: 0, end: 2 } })

  await screen.findByText('نص')
  expect(container.querySelector('mark')?.textContent).toBe('نص')
  expect(scrollIntoView.mock.contexts).toEqual([container.querySelector('mark')])
})

test('turning the page leads to its beginning', async () => {
  const { rerender } = await text({ chunkNumber: 1 })
  await screen.findByText('نص الجزء 1.')

  await rerender({ chunkNumber: 3 })

  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'النهر' }))
  expect(scrollIntoView).toHaveBeenCalled()
})

test('a part that could not be read says so, and its text is there', async () => {
  backEnd.on('GET /api/chunks/', () => listed([chunk(1, { gap: 'SAFETY' })]))

  await text()

  expect(await screen.findByText(/تعذرت قراءة هذا الجزء.*رفضت خدمة النموذج/)).toBeTruthy()
  expect(await screen.findByText('نص الجزء 1.')).toBeTruthy()
})

test('a part that waits to be read says so', async () => {
  backEnd.on('GET /api/chunks/', () => listed([chunk(1, { read_at: null })]))

  await text()

  expect(await screen.findByText(/لم يُقرأ هذا الجزء بعد/)).toBeTruthy()
})

test('a summary is there if there is one', async () => {
  backEnd.on('GET /api/chunks/part-1/', () => data(chunkDetails(1, { summary: 'يصل سالم.' })))

  await text()

  const summary = (await screen.findByText('ملخص هذا الجزء')).closest('details')
  expect(summary?.open).toBe(false)
  expect(within(summary as HTMLElement).getByText('يصل سالم.')).toBeTruthy()
})

test('the contents tell the chapters, and where one is', async () => {
  await text({ chunkNumber: 2 })

  const contents = await screen.findByRole('navigation', { name: 'المحتويات' })
  const links = within(contents).getAllByRole('link')
  expect(links.map((link) => link.textContent.trim())).toEqual(['الرسالة', '1', '2', 'النهر', '3'])
  expect(within(contents).getByRole('link', { current: 'page' }).textContent.trim()).toBe('2')
})

test('a part that the book does not have leads to the first', async () => {
  await text({ chunkNumber: 40 })

  expect(await screen.findByText('لا يوجد جزء بهذا الرقم')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'إلى الجزء الأول' }).getAttribute('href')).toBe('/books/book/text/1')
})

test('a book that is not cut into parts yet says so', async () => {
  backEnd.on('GET /api/chunks/', () => listed([]))

  await text()

  expect(await screen.findByText('لا نص بعد')).toBeTruthy()
})

test('a text stays when it cannot be brought up to date', async () => {
  const { queryClient } = await text()
  await screen.findByText('نص الجزء 1.')
  backEnd.on('GET /api/chunks/', () => refused(409, 'BEING_READ'))

  await queryClient.invalidateQueries()

  expect(backEnd.times('GET /api/chunks/')).toBe(2)
  expect(screen.getByText('نص الجزء 1.')).toBeTruthy()
})
