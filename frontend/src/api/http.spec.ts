import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'

import { getBooks, getCharacters, postBookReprocess } from '@/api/generated'
import { usePause } from '@/stores/pause'
import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'

const BOOKS = 'GET /api/books/'
const CHARACTERS = 'GET /api/characters/'

let backEnd: BackEnd

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  backEnd = scriptedBackEnd()
  backEnd.on(BOOKS, () => data(['ليلى']))
  backEnd.on(CHARACTERS, () => data(['قيس']))
})

const tooMany = (limit: string, seconds: number) => () => refused(429, 'TOO_MANY_REQUESTS', { limit, retry_after: seconds })
const books = async () => (await getBooks({ throwOnError: true })).data.data
const characters = async () => (await getCharacters({ query: { book_id: 'layla' }, throwOnError: true })).data.data

test('what is refused as too much is asked for again when the server said, and not before', async () => {
  backEnd.on(BOOKS, tooMany('users', 600))
  const answer = books()
  await vi.advanceTimersByTimeAsync(0)
  backEnd.on(BOOKS, () => data(['ليلى']))

  await vi.advanceTimersByTimeAsync(599_000)
  expect(backEnd.times(BOOKS)).toBe(1)

  await vi.advanceTimersByTimeAsync(1_000)
  expect(await answer).toEqual(['ليلى'])
  expect(backEnd.times(BOOKS)).toBe(2)
})

test('meanwhile nothing else is asked in vain', async () => {
  backEnd.on(BOOKS, tooMany('users', 600))
  void books()
  await vi.advanceTimersByTimeAsync(300_000)
  backEnd.on(BOOKS, () => data(['ليلى']))

  const answer = characters()
  await vi.advanceTimersByTimeAsync(299_000)
  expect(backEnd.times(CHARACTERS)).toBe(0)

  await vi.advanceTimersByTimeAsync(1_000)
  expect(await answer).toEqual(['قيس'])
})

test('the limit of characters holds back nothing else', async () => {
  backEnd.on(CHARACTERS, tooMany('characters', 600))
  void characters()
  await vi.advanceTimersByTimeAsync(0)

  expect(await books()).toEqual(['ليلى'])
})

test('it is told until when, and no longer', async () => {
  backEnd.on(BOOKS, tooMany('users', 600))
  void books()
  await vi.advanceTimersByTimeAsync(0)
  backEnd.on(BOOKS, () => data(['ليلى']))
  expect(usePause().until).toBe(Date.now() + 600_000)

  await vi.advanceTimersByTimeAsync(600_000)
  expect(usePause().until).toBeNull()
})

test('who is refused a second time waits a second time', async () => {
  backEnd.on(BOOKS, tooMany('users', 60))
  const answer = books()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(backEnd.times(BOOKS)).toBe(2)
  backEnd.on(BOOKS, () => data(['ليلى']))

  await vi.advanceTimersByTimeAsync(60_000)

  expect(await answer).toEqual(['ليلى'])
})

test('what the reader does is refused at once', async () => {
  backEnd.on('POST /api/books/layla/reprocess/', tooMany('users', 600))

  const deed = postBookReprocess({ path: { book_id: 'layla' }, throwOnError: true })

  await expect(deed).rejects.toMatchObject({ status: 429 })
  expect(usePause().until).toBeNull()
})
