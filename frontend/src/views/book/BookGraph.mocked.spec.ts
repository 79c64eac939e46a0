import userEvent from '@testing-library/user-event'
import { screen, within } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'
import { defineComponent, h, onMounted } from 'vue'

import { book, BOOK, listed } from '@/testing/books'
import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { BADR, fact, relationship, SUAD } from '@/testing/characters'
import { CAST, HIND, LINKS, NOAH } from '@/testing/graphs'
import { show } from '@/testing/show'

import BookGraph from './BookGraph.vue'

// A canvas needs a browser: what is drawn on it is tested there.
const canvas = vi.hoisted(() => ({ centre: vi.fn(), uncover: vi.fn() }))
vi.mock('@/components/graph/RelationshipGraph.vue', () => ({
  __esModule: true,
  default: defineComponent({
    props: { label: { type: String, required: true } },
    emits: ['ready'],
    setup(props, { emit }) {
      onMounted(() => { emit('ready', canvas) })
      return () => h('div', { role: 'img', 'aria-label': props.label })
    },
  }),
}))

const TAUGHT = fact('relationship', 'علّمت سعاد بدرًا القراءة', { key: 'mentor', other_character_id: BADR, start: 5, end: 29 })

let backEnd: BackEnd

beforeEach(() => {
  backEnd = scriptedBackEnd()
  backEnd.on(`GET /api/books/${BOOK}/`, () => data(book()))
  backEnd.on('GET /api/characters/', () => listed(CAST))
  backEnd.on('GET /api/characters/relationships/', () => data([relationship([TAUGHT]), LINKS[1]]))
})

async function open(characterId: string | null = null) {
  const shown = await show(BookGraph, { bookId: BOOK, characterId }, '/books/book/graph')
  await screen.findByRole('img')
  return shown
}

async function openTable() {
  await open()
  await userEvent.click(screen.getByRole('button', { name: 'جدول' }))
}

test('the picture says what it shows', async () => {
  await open()

  const label = screen.getByRole('img').getAttribute('aria-label')
  expect(label).toContain('3 شخصيات، علاقتان')
  expect(label).toContain('الشخصيات ارتباطًا: بدر')
})

test('the table has every relationship with a link to each place that says it', async () => {
  await openTable()

  const row = screen.getByRole('row', { name: /سعاد.*معلّمة.*بدر/ })
  expect(within(row).getByRole('link', { name: 'سعاد' }).getAttribute('href')).toBe('/books/book/characters/suad')
  const evidence = within(row).getByText('علّمت سعاد بدرًا القراءة').closest('a')
  expect(evidence?.getAttribute('href')).toBe('/books/book/text/1?start=5&end=29')
  expect(screen.getByRole('row', { name: /بدر.*قرابة.*هند/ })).toBeTruthy()
})

test('the table is sorted by what is asked for', async () => {
  await openTable()
  const names = () => screen.getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('link')[0]?.textContent?.trim())
  const heading = screen.getByRole('columnheader', { name: 'الشخصية' })

  await userEvent.click(heading)
  expect(names()).toEqual(['بدر', 'سعاد'])
  expect(heading.getAttribute('aria-sort')).toBe('ascending')

  await userEvent.click(heading)
  expect(names()).toEqual(['سعاد', 'بدر'])
})

test('the legend takes kinds and roles out and brings them back', async () => {
  await openTable()
  const family = screen.getByRole('button', { name: /قرابة.*1/ })

  await userEvent.click(family)
  expect(family.getAttribute('aria-pressed')).toBe('false')
  expect(screen.queryByRole('row', { name: /قرابة/ })).toBeNull()

  await userEvent.click(family)
  await userEvent.click(screen.getByRole('button', { name: /ثانوية/ }))
  expect(screen.getByText('لا علاقة توافق ما اخترته في المفتاح.')).toBeTruthy()
})

test('who has no relationships is shown when asked for', async () => {
  await open()
  expect(screen.getByRole('status').textContent).toContain('3 شخصيات')

  await userEvent.click(screen.getByLabelText(/من لا علاقات لهم/))

  expect(screen.getByRole('status').textContent).toContain('4 شخصيات')
})

test('who is found is shown with relationships, and leads on to others', async () => {
  await open()
  await userEvent.type(screen.getByLabelText('ابحث عن شخصية'), 'سعاد')
  await userEvent.click(await screen.findByRole('option', { name: 'سعاد' }))

  const details = await screen.findByRole('region', { name: 'التفاصيل' })
  expect(within(details).getByText(/شخصية رئيسية/)).toBeTruthy()
  expect(within(details).getByRole('link', { name: 'صفحة الشخصية' }).getAttribute('href')).toBe('/books/book/characters/suad')
  expect(document.activeElement).toBe(details)

  await userEvent.click(within(details).getByRole('button', { name: 'بدر' }))
  expect(within(details).getByRole('heading', { name: 'بدر' })).toBeTruthy()
})

test('a name is found without its marks and hamza', async () => {
  backEnd.on('GET /api/characters/', () => listed([...CAST, { ...CAST[3], character_id: 'ahmad', name: 'أحمد' }]))
  await open()

  await userEvent.type(screen.getByLabelText('ابحث عن شخصية'), 'احمد')

  expect(await screen.findByRole('option', { name: 'أحمد' })).toBeTruthy()
})

test('who is looked for is shown though nobody is linked', async () => {
  await open()
  await userEvent.type(screen.getByLabelText('ابحث عن شخصية'), 'نوح')
  await userEvent.click(await screen.findByRole('option', { name: 'نوح' }))

  expect(screen.getByRole('status').textContent).toContain('4 شخصيات')
  expect(await screen.findByText('لا علاقات')).toBeTruthy()
})

test('whom the address names is chosen, and in the middle of the picture', async () => {
  await open(SUAD)

  expect(within(await screen.findByRole('region', { name: 'التفاصيل' })).getByRole('heading', { name: 'سعاد' })).toBeTruthy()
  expect(canvas.centre.mock.lastCall?.[0]).toBe(SUAD)
})

test('whom the address names is shown though nobody is linked', async () => {
  await open(NOAH)

  expect(screen.getByRole('status').textContent).toContain('4 شخصيات')
  expect(await screen.findByText('لا علاقات')).toBeTruthy()
})

test('of whom the address names and nobody knows, nothing is shown', async () => {
  await open('stranger')

  expect(screen.queryByRole('region', { name: 'التفاصيل' })).toBeNull()
})

test('another address brings out someone else', async () => {
  const { rerender } = await open(SUAD)

  await rerender({ characterId: HIND })

  expect(await screen.findByRole('heading', { name: 'هند' })).toBeTruthy()
})

test('a relationship of the table is shown in the picture', async () => {
  await openTable()

  await userEvent.click(screen.getByRole('button', { name: 'معلّمة' }))

  const details = await screen.findByRole('region', { name: 'التفاصيل' })
  expect(within(details).getByRole('link', { name: /علّمت سعاد بدرًا القراءة/ })).toBeTruthy()
  expect(canvas.centre.mock.lastCall?.[0]).toBe(`${BADR} ${SUAD}`)
})

test('the details are closed', async () => {
  await open(SUAD)
  const details = await screen.findByRole('region', { name: 'التفاصيل' })

  await userEvent.click(within(details).getByRole('button', { name: 'إغلاق التفاصيل' }))

  expect(screen.queryByRole('region', { name: 'التفاصيل' })).toBeNull()
})

test('without relationships up to the place the whole book is offered', async () => {
  localStorage.setItem('places', JSON.stringify({ [BOOK]: 2 }))
  backEnd.on('GET /api/characters/relationships/', ({ what }) => data(what.includes('until_chunk=2') ? [] : LINKS))
  await show(BookGraph, { bookId: BOOK, characterId: null }, '/books/book/graph')
  expect(await screen.findByText('لا علاقات معروفة بعد')).toBeTruthy()

  await userEvent.click(screen.getByRole('button', { name: 'عرض الكتاب كاملًا' }))

  expect(await screen.findByRole('img')).toBeTruthy()
})

test('a book that is being read will have relationships', async () => {
  backEnd.on(`GET /api/books/${BOOK}/`, () => data(book({ processing_status: 'processing' })))
  backEnd.on('GET /api/characters/relationships/', () => data([]))

  await show(BookGraph, { bookId: BOOK, characterId: null }, '/books/book/graph')

  expect(await screen.findByText('لا علاقات بعد')).toBeTruthy()
})

test('a refusal is told', async () => {
  backEnd.on('GET /api/characters/relationships/', () => refused(400, 'BAD_REQUEST'))

  await show(BookGraph, { bookId: BOOK, characterId: null }, '/books/book/graph')

  expect(await screen.findByText('لا: BAD_REQUEST.')).toBeTruthy()
})
