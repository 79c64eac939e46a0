import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'

import { getLimitsQueryKey } from '@/api/generated/@tanstack/vue-query.gen'
import { queryClient } from '@/queries/client'
import { data, refused, scriptedBackEnd, type Answer, type BackEnd } from '@/testing/backEnd'
import { limits } from '@/testing/limits'

import { mayBeTakenYet, useUploads } from './uploads'

const POST = 'POST /api/books/'
const ACCEPTED: Answer = data({ book_id: 'layla' })

let backEnd: BackEnd
let uploads: ReturnType<typeof useUploads>

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  backEnd = scriptedBackEnd()
  backEnd.on('GET /api/books/', () => data([]))
  queryClient.setQueryData(getLimitsQueryKey(), limits()[1])
  uploads = useUploads()
})

function epub(name: string, size = 100): File {
  const content = new Uint8Array(size)
  content.set([0x50, 0x4b, 0x03, 0x04].slice(0, size))
  return new File([content], name)
}

const stateOf = (name: string) => uploads.uploads.find(({ file }) => file.name === name)?.state

/** Answers in the order in which the requests came, each when it is said. */
function answersByHand(): ((answer: Answer | null) => Promise<void>)[] {
  const answers: ((answer: Answer | null) => Promise<void>)[] = []
  backEnd.on(POST, () => new Promise<Answer | null>((resolve) => {
    answers.push(async (answer) => {
      resolve(answer)
      await flushPromises()
    })
  }))
  return answers
}

test('nothing is sent before the reader says so', async () => {
  await uploads.choose([epub('زينب.epub')])

  expect(stateOf('زينب.epub')).toBe('chosen')
  expect(backEnd.times(POST)).toBe(0)
})

test.each([
  ['empty', new File([], 'فارغ.epub')],
  ['noEpub', new File(['%PDF-1.7'], 'رواية.epub')],
  ['noEpub', epub('رواية.docx')],
  ['tooLarge', Object.defineProperty(epub('مصوّر.epub'), 'size', { value: 50 * 1024 ** 2 + 1 })],
] as const)('a file that is %s is not sent', async (flaw, file) => {
  await uploads.choose([file])
  uploads.send()

  expect(uploads.uploads[0]).toMatchObject({ state: 'unfit', flaw })
  expect(backEnd.times(POST)).toBe(0)
})

test('before the limit is known, the server judges the size', async () => {
  queryClient.clear()
  await uploads.choose([Object.defineProperty(epub('مصوّر.epub'), 'size', { value: 90 * 1024 ** 2 })])

  expect(stateOf('مصوّر.epub')).toBe('chosen')
})

test('a file that cannot be read is no EPUB', async () => {
  const folder = epub('مجلد.epub')
  folder.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadable')) }) as never

  await uploads.choose([folder])

  expect(uploads.uploads[0]?.flaw).toBe('noEpub')
})

test('a file that is chosen twice is listed once', async () => {
  const file = epub('زينب.epub')
  await uploads.choose([file])
  await uploads.choose([file])

  expect(uploads.uploads).toHaveLength(1)
})

test('two are sent at a time, and the others in their order', async () => {
  const answers = answersByHand()
  await uploads.choose(['١', '٢', '٣', '٤'].map((name) => epub(`${name}.epub`)))

  uploads.send()
  await flushPromises()
  expect(['١', '٢', '٣', '٤'].map((name) => stateOf(`${name}.epub`))).toEqual(['sending', 'sending', 'waiting', 'waiting'])

  await answers[1]?.(ACCEPTED)
  expect(['١', '٢', '٣', '٤'].map((name) => stateOf(`${name}.epub`))).toEqual(['sending', 'done', 'sending', 'waiting'])
})

test('a file that has arrived leaves the list after a moment', async () => {
  backEnd.on(POST, () => ACCEPTED)
  await uploads.choose([epub('زينب.epub')])
  uploads.send()
  await flushPromises()

  expect(stateOf('زينب.epub')).toBe('done')

  vi.advanceTimersByTime(10_000)
  expect(uploads.uploads).toHaveLength(0)
})

test('a refusal stays with its file, and the next is sent', async () => {
  const answers = answersByHand()
  await uploads.choose(['١', '٢', '٣'].map((name) => epub(`${name}.epub`)))
  uploads.send()
  await flushPromises()

  await answers[0]?.(refused(409, 'BOOK_EXISTS', { book_id: 'qays' }))

  expect(uploads.uploads[0]).toMatchObject({ state: 'refused', refusal: { details: { book_id: 'qays' } } })
  expect(stateOf('٣.epub')).toBe('sending')
})

test('without a connection a file can be sent again', async () => {
  backEnd.on(POST, () => null)
  await uploads.choose([epub('زينب.epub')])
  uploads.send()
  await flushPromises()
  expect(stateOf('زينب.epub')).toBe('lost')

  backEnd.on(POST, () => ACCEPTED)
  uploads.send()
  await flushPromises()
  expect(stateOf('زينب.epub')).toBe('done')
})

test('one is cancelled, and the next takes its place', async () => {
  const answers = answersByHand()
  await uploads.choose(['١', '٢', '٣'].map((name) => epub(`${name}.epub`)))
  uploads.send()
  await flushPromises()

  uploads.remove(uploads.uploads[0]?.id ?? 0)
  await answers[0]?.(ACCEPTED)

  const sent = backEnd.asked.filter(({ what }) => what === POST)
  expect(sent.slice(0, 2).map(({ isCancelled }) => isCancelled())).toEqual([true, false])
  expect(uploads.uploads.map(({ state }) => state)).toEqual(['sending', 'sending'])
})

test('too many in an hour: all wait as long as the server says, then go on by themselves', async () => {
  backEnd.on(POST, () => refused(429, 'TOO_MANY_REQUESTS', { retry_after: 600, limit: 'uploads' }))
  await uploads.choose(['١', '٢', '٣'].map((name) => epub(`${name}.epub`)))
  uploads.send()
  await flushPromises()

  expect(uploads.uploads.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
  expect(uploads.heldUntil).toBe(Date.now() + 600_000)
  expect(backEnd.times(POST)).toBe(2)

  backEnd.on(POST, () => ACCEPTED)
  await vi.advanceTimersByTimeAsync(599_000)
  expect(backEnd.times(POST)).toBe(2)

  await vi.advanceTimersByTimeAsync(1_000)
  expect(uploads.uploads.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
})

test('when the library is full, what waits is not sent in vain', async () => {
  const answers = answersByHand()
  await uploads.choose(['١', '٢', '٣', '٤'].map((name) => epub(`${name}.epub`)))
  uploads.send()
  await flushPromises()

  await answers[0]?.(refused(409, 'TOO_MANY_BOOKS'))

  expect(['١', '٢', '٣', '٤'].map((name) => stateOf(`${name}.epub`))).toEqual(['refused', 'sending', 'chosen', 'chosen'])
})

test.each([
  ['TOO_MANY_BOOKS', true],
  ['INTERNAL_ERROR', true],
  ['DRM_PROTECTED', false],
  ['BOOK_EXISTS', false],
])('%s may be taken yet: %s', async (code, mayBe) => {
  backEnd.on(POST, () => refused(400, code))
  await uploads.choose([epub('زينب.epub')])
  uploads.send()
  await flushPromises()

  expect(uploads.uploads.map(mayBeTakenYet)).toEqual([mayBe])
})

test('who leaves the page while a file is on its way is warned, and not otherwise', async () => {
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true })
    dispatchEvent(event)
    return event.defaultPrevented
  }
  const answers = answersByHand()
  await uploads.choose([epub('زينب.epub')])
  expect(leave()).toBe(false)

  uploads.send()
  await flushPromises()
  expect(leave()).toBe(true)

  await answers[0]?.(ACCEPTED)
  expect(leave()).toBe(false)
})
