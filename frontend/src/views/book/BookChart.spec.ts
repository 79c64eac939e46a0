import userEvent from '@testing-library/user-event'
import { screen, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'

import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { book, BOOK, chunk, CHUNKS, listed } from '@/testing/books'
import { character, SUAD } from '@/testing/characters'
import { show } from '@/testing/show'

import BookChart from './BookChart.vue'

const NAMES = ['سعاد', 'بدر', 'هند', 'نوح', 'ليلى', 'حسن', 'مريم']
const CAST = NAMES.map((name, index) => character({ character_id: index === 0 ? SUAD : name, name, mention_count: 70 - index * 10 }))

function named(character_id: string, chunk_number: number, mention_count: number) {
  return { character_id, chunk_id: `part-${chunk_number}`, chunk_number, mention_count }
}

let backEnd: BackEnd

beforeEach(() => {
  backEnd = scriptedBackEnd()
  backEnd.on(`GET /api/books/${BOOK}/`, () => data(book()))
  backEnd.on('GET /api/characters/', () => listed(CAST))
  backEnd.on('GET /api/chunks/', () => listed(CHUNKS))
  backEnd.on('GET /api/characters/appearances/', () => data([named(SUAD, 1, 4), named(SUAD, 2, 1), named(SUAD, 3, 16), named('مريم', 3, 2)]))
})

async function open() {
  await show(BookChart, { bookId: BOOK }, '/books/book/chart')
  return screen.findByRole('region', { name: 'سعاد' })
}

function shown(): (string | null)[] {
  return screen.getAllByRole('region').map((row) => row.getAttribute('aria-label'))
}

test('the six who are mentioned most are shown at first', async () => {
  await open()

  expect(shown()).toEqual(NAMES.slice(0, 6))
})

test('a column tells chapter, part and count, and opens the text with that character', async () => {
  const row = await open()

  const column = within(row).getByRole('link', { name: 'النهر، الجزء 3: 16 مرة' })
  expect(column.getAttribute('href')).toBe('/books/book/text/3?character=suad')
})

test('the columns of all have one measure', async () => {
  const row = await open()

  const heights = within(row).getAllByRole('link').slice(1).map((link) => link.querySelector<HTMLElement>('.bar')?.style.blockSize)
  expect(heights).toEqual(['50%', '25%', '100%'])
})

test('who is hidden goes, and who is added comes in the order of mentions', async () => {
  await open()

  await userEvent.click(screen.getByRole('button', { name: 'إخفاء بدر' }))
  await userEvent.type(screen.getByLabelText('أضف شخصية'), 'مريم')
  await userEvent.click(await screen.findByRole('option', { name: 'مريم' }))

  expect(shown()).toEqual(['سعاد', 'هند', 'نوح', 'ليلى', 'حسن', 'مريم'])
})

test('arrows lead along a row, one stop for all of it', async () => {
  const row = await open()
  const [, ...columns] = within(row).getAllByRole('link')
  expect(columns.map((column) => column.tabIndex)).toEqual([0, -1, -1])

  columns[0]?.focus()
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(document.activeElement).toBe(columns[2])

  await userEvent.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(columns[1])
})

test('what is pointed at is told', async () => {
  const row = await open()

  await userEvent.hover(within(row).getByRole('link', { name: /16 مرة/ }))

  expect((await screen.findByRole('tooltip')).textContent).toBe('النهر، الجزء 3: 16 مرة')
})

test('the table has every chapter and count', async () => {
  await open()
  await userEvent.click(screen.getByRole('button', { name: 'جدول' }))

  const rows = screen.getAllByRole('row').map((row) => within(row).queryAllByRole('cell')[0]?.textContent)
  expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['الرسالة', 'النهر'])
  expect(rows).toEqual([undefined, '5', '16'])
  expect(screen.getByRole('link', { name: '5' }).getAttribute('href')).toBe('/books/book/text/1?character=suad')
})

test('what is behind the place is neither asked for nor told', async () => {
  localStorage.setItem('places', JSON.stringify({ [BOOK]: 2 }))
  const row = await open()

  expect(backEnd.asked.find(({ what }) => what.includes('appearances'))?.what).toContain('until_chunk=2')
  expect([...row.querySelectorAll('.cell')].map((cell) => cell.classList.contains('unknown'))).toEqual([false, false, true])
  expect(screen.getByText(/لم تصل إليه بعد/)).toBeTruthy()

  await userEvent.click(screen.getByRole('button', { name: 'جدول' }))
  expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['الرسالة'])
})

test('a book in which nobody is named yet says so', async () => {
  backEnd.on(`GET /api/books/${BOOK}/`, () => data(book({ processing_status: 'processing' })))
  backEnd.on('GET /api/characters/', () => listed([]))
  backEnd.on('GET /api/chunks/', () => listed([chunk(1, { read_at: null })]))
  backEnd.on('GET /api/characters/appearances/', () => data([]))

  await show(BookChart, { bookId: BOOK }, '/books/book/chart')

  expect(await screen.findByText(/سيمتلئ الرسم هنا/)).toBeTruthy()
})

test('a refusal is told', async () => {
  backEnd.on('GET /api/characters/appearances/', () => refused(400, 'BAD_REQUEST'))

  await show(BookChart, { bookId: BOOK }, '/books/book/chart')

  expect(await screen.findByText('لا: BAD_REQUEST.')).toBeTruthy()
})
