// A reading of an hour, looked at from each page of the book: how much it makes the app ask.
import { flushPromises } from '@vue/test-utils'
import { screen } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'
import { RouterView } from 'vue-router'

import type { Notification } from '@/api/generated'
import { newsFor, type News } from '@/queries/news'
import { data, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { book, BOOK, chunk, chunkDetails, job, listed } from '@/testing/books'
import { character, details, SUAD } from '@/testing/characters'
import { renderInApp, type Rendered } from '@/testing/render'

import { bookRoutes } from './routes'

// A canvas needs a browser.
vi.mock('@/components/graph/RelationshipGraph.vue', () => ({ __esModule: true, default: () => null }))

const HOUR = 60 * 60
const MOST = 300
/** Two pages of them. */
const PARTS = 110
const PAGES = { overview: '', characters: '/characters', character: `/characters/${SUAD}`, graph: '/graph', chart: '/chart', text: '/text/2' }

let backEnd: BackEnd
let partsRead: number
let seq: number

const isRead = () => partsRead === PARTS
const state = () => ({
  status: isRead() ? 'completed' : 'running',
  stage: 'chunk_updater',
  progress: Math.floor((100 * partsRead) / PARTS),
  chunk_num: partsRead,
  num_of_chunks: PARTS,
  seq,
}) as const
const processing_status = () => (isRead() ? 'completed' : 'processing')
const chunkNow = (number: number) => chunk(number, { read_at: number <= partsRead ? '2026-01-31T08:04:00+00:00' : null })

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  partsRead = 0
  seq = 1
  backEnd = scriptedBackEnd()
  backEnd.on(`GET /api/books/${BOOK}/`, () => data(book({ processing_status: processing_status() })))
  backEnd.on(`GET /api/books/${BOOK}/status/`, () =>
    data({ book_id: BOOK, processing_status: processing_status(), processing_error: null, error_code: null, job: job(state()) }))
  backEnd.on(`GET /api/books/${BOOK}/verification/`, () => data({ total: 1, hold: 1, failures: [] }))
  backEnd.on('GET /api/chunks/', ({ what }) => {
    const page = Number(/[?&]page=(\d+)/.exec(what)?.[1])
    const numbers = Array.from({ length: PARTS }, (_, index) => index + 1).slice(100 * (page - 1), 100 * page)
    return listed(numbers.map(chunkNow), Math.ceil(PARTS / 100), page)
  })
  backEnd.on('GET /api/chunks/part-1/', () => data(chunkDetails(1)))
  backEnd.on('GET /api/chunks/part-2/', () => data(chunkDetails(2)))
  backEnd.on('GET /api/chunks/part-3/', () => data(chunkDetails(3)))
  backEnd.on('GET /api/characters/', () => listed([character({ mention_count: partsRead })]))
  backEnd.on(`GET /api/characters/${SUAD}/`, () => data(details([], { mention_count: partsRead })))
  backEnd.on('GET /api/characters/relationships/', () => data([]))
  backEnd.on('GET /api/characters/appearances/', () => data([]))
})

function told(event: Notification['event']): Notification {
  const message = { en: 'Read.', ar: 'قُرئ.' }
  const results = { new_characters: {}, gap: null }
  return { job_id: 'job', book_id: BOOK, ...state(), event, message, timestamp: '2026-01-31T08:04:00+00:00', results }
}

async function open(page: keyof typeof PAGES): Promise<Rendered & { news: News }> {
  const rendered = await renderInApp(RouterView, { routes: bookRoutes, at: `/books/${BOOK}${PAGES[page]}` })
  const news = newsFor(rendered.queryClient, { onState: () => undefined, onSaid: () => undefined })
  await flushPromises()
  return { ...rendered, news }
}

async function readFor(seconds: number, news: News, secondsAPart: number): Promise<void> {
  for (let second = 0; second < seconds; second += secondsAPart) {
    await vi.advanceTimersByTimeAsync(secondsAPart * 1000)
    partsRead = Math.min(partsRead + 1, PARTS - 1)
    seq += 1
    news.hear(told('characters_extracted'))
  }
}

const cases = Object.keys(PAGES).flatMap((page) => [5, 31].map((pace) => [page, pace] as [keyof typeof PAGES, number]))

test.each(cases)('the page %s asks little enough when a part takes %i s', async (page, pace) => {
  const { news } = await open(page)
  const before = backEnd.asked.length

  await readFor(HOUR, news, pace)

  expect(backEnd.asked.length - before).toBeLessThan(MOST)
}, 60_000)

test('when the reading ends, the page shows all of it at once', async () => {
  const { news } = await open('characters')
  await readFor(HOUR / 4, news, 5)
  partsRead = PARTS
  seq += 1

  news.hear(told('processing_completed'))
  await vi.advanceTimersByTimeAsync(100)

  expect(screen.getByText(/110 مرات/)).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'متابعة القراءة' })).toBeNull()
}, 60_000)
