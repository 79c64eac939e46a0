import { focusManager, QueryClient, QueryObserver } from '@tanstack/vue-query'
import { beforeEach, expect, test, vi } from 'vitest'

import type { Book, Chunk, GetBooksResponse, GetBookStatusResponse, Job, JobState, Notification } from '@/api/generated'
import {
  getBooksQueryKey,
  getBookStatusQueryKey,
  getCharactersQueryKey,
  getChunksQueryKey,
} from '@/api/generated/@tanstack/vue-query.gen'

import { chunk } from '@/testing/books'

import { newsFor, type News } from './news'

const LIST = getBooksQueryKey({ query: { page: 1 } })
const STATUS = getBookStatusQueryKey({ path: { book_id: 'layla' } })
const CAST = getCharactersQueryKey({ query: { book_id: 'layla', page: 1 } })
const PARTS = getChunksQueryKey({ query: { book_id: 'layla' } })

let client: QueryClient
let news: News
const onState = vi.fn()
const onSaid = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  onState.mockReset()
  onSaid.mockReset()
  client = new QueryClient()
  news = newsFor(client, { onState, onSaid })
})

function know(status: Book['processing_status'], job: Partial<Job> = {}): void {
  const books = ['layla', 'qays'].map((book_id) => ({ book_id, title: null, processing_status: status }))
  client.setQueryData(LIST, { data: books } as never)
  client.setQueryData(STATUS, {
    data: { book_id: 'layla', processing_status: status, job: { job_id: 'j', seq: 1, progress: 0, ...job } },
  } as never)
  client.setQueryData(CAST, { data: [] } as never)
}

function told(event: Notification['event'], more: Partial<Notification> = {}): Notification {
  const message = { en: 'Why.', ar: 'السبب.' }
  const state = { job_id: 'j', book_id: 'layla', status: 'running', stage: null, progress: 0, seq: 5 } as const
  return { ...state, chunk_num: 0, num_of_chunks: 0, event, message, timestamp: '2026-01-31T08:00:00Z', ...more }
}

const bookOf = (id: string) => client.getQueryData<GetBooksResponse>(LIST)?.data.find((book) => book.book_id === id)
const jobNow = () => client.getQueryData<GetBookStatusResponse>(STATUS)?.data.job
const isAskedAgain = (queryKey: readonly unknown[]) => client.getQueryState(queryKey)?.isInvalidated

test('progress moves the job and leaves other books alone', () => {
  know('processing')

  news.hear(told('progress', { stage: 'summarizer', progress: 40, chunk_num: 3, num_of_chunks: 9 }))

  expect(jobNow()).toMatchObject({ stage: 'summarizer', progress: 40, chunk_num: 3, num_of_chunks: 9, seq: 5 })
  expect(bookOf('layla')?.processing_status).toBe('processing')
  expect(bookOf('qays')?.processing_status).toBe('processing')
  expect(isAskedAgain(LIST)).toBe(false)
})

test('a book gets its name as soon as it is found', () => {
  know('processing')

  news.hear(told('book_named', { title: 'ليالي الساحل', author: 'كاتبة الاختبار' }))

  expect(bookOf('layla')).toMatchObject({ title: 'ليالي الساحل', author: 'كاتبة الاختبار' })
  expect(bookOf('qays')?.title).toBeNull()
})

test('what the validation finds is known at once', () => {
  know('processing')

  news.hear(told('validation_completed', { results: { detected_language: 'ar', quality_score: 1 } }))

  expect(bookOf('layla')).toMatchObject({ detected_language: 'ar', quality_score: 1 })
})

test.each(['processing_started', 'preprocessing_completed', 'processing_completed', 'processing_failed', 'job_cancelled'] as const)(
  'after %s all of the book and the lists are asked for again',
  (event) => {
    know('pending')

    news.hear(told(event))

    expect([LIST, STATUS, CAST].map(isAskedAgain)).toEqual([true, true, true])
  },
)

const refreshesOfCast = () => {
  const asked = vi.spyOn(client, 'invalidateQueries')
  return () => asked.mock.calls.filter(([filters]) => JSON.stringify(filters).includes('getCharacters"')).length
}

test('characters are asked for at most every five seconds, and once more at the end', () => {
  know('processing')
  const refreshes = refreshesOfCast()

  for (let seq = 2; seq < 60; seq += 1) news.hear(told('characters_extracted', { seq }))
  expect(refreshes()).toBe(1)

  vi.advanceTimersByTime(5000)
  expect(refreshes()).toBe(2)
})

test('the longer a reading takes, the less often characters are asked for', () => {
  know('processing')
  const refreshes = refreshesOfCast()
  const inTenMinutes = (seq: number) => {
    const before = refreshes()
    for (let second = 0; second < 600; second += 2) {
      news.hear(told('characters_extracted', { seq: seq + second }))
      vi.advanceTimersByTime(2000)
    }
    return refreshes() - before
  }

  const atFirst = inTenMinutes(2)
  const later = inTenMinutes(1000)

  expect(atFirst).toBeGreaterThan(30)
  expect(later).toBeLessThan(20)
})

test('what is read last is there when the reading ends, and is not asked for twice', () => {
  know('processing')
  for (let seq = 2; seq < 600; seq += 1) {
    news.hear(told('characters_extracted', { seq }))
    vi.advanceTimersByTime(2000)
  }
  const refreshes = refreshesOfCast()

  news.hear(told('processing_completed', { seq: 700, status: 'completed' }))
  expect(refreshes()).toBe(1)

  vi.advanceTimersByTime(600_000)
  expect(refreshes()).toBe(1)
})

test('in a tab that nobody sees characters are asked for when somebody does', async () => {
  know('processing')
  const queryFn = vi.fn().mockResolvedValue({ data: [] })
  new QueryObserver(client, { queryKey: CAST, queryFn, staleTime: 5000 }).subscribe(() => undefined)
  focusManager.setFocused(false)
  client.mount()

  news.hear(told('characters_extracted'))
  expect(queryFn).not.toHaveBeenCalled()

  focusManager.setFocused(true)
  await vi.advanceTimersByTimeAsync(0)
  expect(queryFn).toHaveBeenCalledTimes(1)
  client.unmount()
  focusManager.setFocused(undefined)
})

test('a part that is read is known as such by the event alone, also where one was lost', () => {
  know('processing')
  client.setQueryData(PARTS, [1, 2, 3].map((number) => chunk(number, { read_at: null })))

  news.hear(told('characters_extracted', { chunk_num: 2, results: { new_characters: {}, gap: 'READER_REFUSED' } }))

  const parts = client.getQueryData<Chunk[]>(PARTS)?.map(({ read_at, gap }) => [read_at, gap])
  expect(parts).toEqual([['2026-01-31T08:00:00Z', null], ['2026-01-31T08:00:00Z', 'READER_REFUSED'], [null, null]])
  expect(isAskedAgain(PARTS)).toBe(false)
})

test('what comes late is dropped', () => {
  know('processing')
  news.hear(told('progress', { seq: 9, progress: 50 }))

  news.hear(told('progress', { seq: 8, progress: 40 }))
  news.takeSnapshot({ event: 'snapshot', timestamp: '', jobs: [{ ...told('progress'), seq: 7, progress: 30 }] })

  expect(jobNow()?.progress).toBe(50)
  expect(onState).toHaveBeenCalledTimes(1)
})

test('what the server has answered since is not overwritten by an older event', () => {
  know('processing', { seq: 20, progress: 80 })

  news.hear(told('progress', { seq: 19, progress: 75 }))

  expect(jobNow()?.progress).toBe(80)
})

test('an event of another reading does not change the job', () => {
  know('processing', { job_id: 'the next one', progress: 3 })

  news.hear(told('progress', { progress: 75 }))

  expect(jobNow()?.progress).toBe(3)
})

test('a book that failed says why', () => {
  know('processing')

  news.hear(told('processing_failed', { status: 'failed', error_code: 'NO_TEXT' }))

  const why = { error_code: 'NO_TEXT', processing_error: { en: 'Why.', ar: 'السبب.' } }
  expect(bookOf('layla')).toMatchObject({ processing_status: 'failed', ...why })
})

test.each([
  ['processing_completed', 1],
  ['processing_failed', 1],
  ['job_cancelled', 0],
  ['progress', 0],
] as const)('after %s the reader is told %i times, with the title', (event, times) => {
  know('processing')
  news.hear(told('book_named', { seq: 2, title: 'ليالي الساحل', author: null }))

  news.hear(told(event))

  expect(onSaid.mock.calls.map(([, title]) => title)).toEqual(Array(times).fill('ليالي الساحل'))
})

test('a job that waits says why and until when, and a job that goes on no longer does', () => {
  know('processing')
  const until = '2026-02-01T08:00:00+00:00'

  news.hear(told('progress', { status: 'pending', error_code: 'READER_QUOTA_SPENT', retry_at: until }))
  expect(jobNow()).toMatchObject({ status: 'pending', error: { ar: 'السبب.' }, retry_at: until })
  expect(bookOf('layla')).toMatchObject({ processing_status: 'pending', error_code: null, processing_error: null })

  news.hear(told('progress', { seq: 6 }))
  expect(jobNow()).toMatchObject({ status: 'running', error: null, error_code: null, retry_at: null })
})

test('an event that is not known is left alone', () => {
  know('processing')

  news.hear(told('echo' as never))

  expect(onState).not.toHaveBeenCalled()
})

test('a snapshot brings the jobs up to date', () => {
  know('pending')
  const state: JobState = told('progress', { progress: 30, stage: 'cleaner' })

  news.takeSnapshot({ event: 'snapshot', timestamp: '', jobs: [state, { ...state, job_id: 'k', book_id: 'qays' }] })

  expect(jobNow()).toMatchObject({ progress: 30, stage: 'cleaner' })
  expect(bookOf('layla')?.processing_status).toBe('processing')
  expect(isAskedAgain(LIST)).toBe(false)
})

test('a book that was being read and is not in the snapshot is asked for again', () => {
  know('processing')

  news.takeSnapshot({ event: 'snapshot', timestamp: '', jobs: [] })

  expect([LIST, STATUS, CAST].map(isAskedAgain)).toEqual([true, true, true])
})

test('a snapshot without jobs leaves books alone that are read', () => {
  know('completed')

  news.takeSnapshot({ event: 'snapshot', timestamp: '', jobs: [] })

  expect([LIST, STATUS, CAST].map(isAskedAgain)).toEqual([false, false, false])
})
