// What the events of a reading change in what is known of its book: one table, and the snapshot.
import type { QueryClient } from '@tanstack/vue-query'

import type {
  Book,
  GetBooksResponse,
  GetBookStatusResponse,
  JobState,
  Notification,
  Snapshot,
} from '@/api/generated'
import { getBooksQueryKey, getBookStatusQueryKey } from '@/api/generated/@tanstack/vue-query.gen'
import { throttled } from '@/composables/throttled'

import { isBeingRead, patchBook, refreshBook, refreshCast, titleKnownOf } from './books'
import { markAsRead } from './chunks'

export type EventName = Notification['event']

interface Effect {
  /** What the event itself tells of the book. */
  patch?: (news: Notification) => Partial<Book>
  /** A part of the book is read. */
  readsAPart?: boolean
  /** What is asked for again: all that is known of the book, or who is found in it, not too often. */
  refresh?: 'book' | 'cast'
  /** Said to the reader, wherever they are. */
  isSaid?: boolean
}

export const EFFECTS: Record<EventName, Effect> = {
  processing_started: { refresh: 'book' },
  progress: {},
  validation_completed: { patch: ({ results }) => results as Partial<Book> },
  book_named: { patch: ({ title, author }) => ({ title, author }) },
  preprocessing_completed: { refresh: 'book' },
  characters_extracted: { readsAPart: true, refresh: 'cast' },
  processing_completed: { refresh: 'book', isSaid: true },
  processing_failed: { refresh: 'book', isSaid: true },
  job_cancelled: { refresh: 'book' },
}

const CAST_AT_MOST_EVERY = 5_000
/** The longer a book is being read, the less changes in a while; and requests are counted. */
const SHARE_OF_THE_TIME = 1 / 20

const BOOK_STATUS: Record<JobState['status'], Book['processing_status']> = {
  pending: 'pending',
  running: 'processing',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'failed',
}

export interface News {
  hear: (news: Notification) => void
  takeSnapshot: (snapshot: Snapshot) => void
}

interface Listeners {
  /** Each state of a job that is not older than what was told before. */
  onState: (state: JobState) => void
  onSaid: (news: Notification, title: string | null) => void
}

export function newsFor(client: QueryClient, { onState, onSaid }: Listeners): News {
  const newest = new Map<string, number>()
  const refreshesOfCast = throttled(
    (bookId: string) => void refreshCast(client, bookId),
    (sinceFirst) => Math.max(CAST_AT_MOST_EVERY, sinceFirst * SHARE_OF_THE_TIME),
  )

  function isOld({ job_id, seq }: JobState): boolean {
    const known = newest.get(job_id) ?? 0
    newest.set(job_id, Math.max(known, seq))
    return seq < known
  }

  function hear(news: Notification): void {
    if (!(news.event in EFFECTS) || news.book_id === null || isOld(news)) return
    const { patch, readsAPart, refresh, isSaid } = EFFECTS[news.event]
    patchBook(client, news.book_id, { ...standing(news), ...patch?.(news) })
    patchJob(client, news.book_id, { ...stateOf(news), ...whyItWaits(news) })
    onState(news)
    if (readsAPart) markAsRead(client, news.book_id, news)
    if (refresh === 'cast') refreshesOfCast.call(news.book_id)
    if (refresh === 'book') {
      refreshesOfCast.forget(news.book_id)
      void refreshBook(client, news.book_id)
    }
    if (isSaid) onSaid(news, titleKnownOf(client, news.book_id))
  }

  function takeSnapshot({ jobs }: Snapshot): void {
    for (const state of jobs) {
      if (state.book_id === null || isOld(state)) continue
      patchBook(client, state.book_id, { processing_status: BOOK_STATUS[state.status] })
      patchJob(client, state.book_id, state)
      onState(state)
    }
    const active = new Set(jobs.map(({ book_id }) => book_id))
    for (const bookId of knownAsBeingRead(client)) {
      if (!active.has(bookId)) void refreshBook(client, bookId)
    }
  }

  return { hear, takeSnapshot }
}

function standing(news: Notification): Partial<Book> {
  const hasFailed = BOOK_STATUS[news.status] === 'failed'
  return {
    processing_status: BOOK_STATUS[news.status],
    processing_error: hasFailed ? news.message : null,
    error_code: (hasFailed && news.error_code) || null,
  }
}

function stateOf({ job_id, book_id, status, stage, progress, chunk_num, num_of_chunks, seq }: JobState): JobState {
  return { job_id, book_id, status, stage, progress, chunk_num, num_of_chunks, seq }
}

function whyItWaits({ error_code, message, retry_at }: Notification) {
  return { error_code: error_code ?? null, error: error_code ? message : null, retry_at: retry_at ?? null }
}

type JobChanges = JobState & Partial<ReturnType<typeof whyItWaits>>

function patchJob(client: QueryClient, bookId: string, changes: JobChanges): void {
  const queryKey = getBookStatusQueryKey({ path: { book_id: bookId } })
  client.setQueryData<GetBookStatusResponse>(queryKey, (answer) => {
    const job = answer?.data.job
    if (!job || job.job_id !== changes.job_id || job.seq > changes.seq) return answer
    const data = { ...answer.data, processing_status: BOOK_STATUS[changes.status], job: { ...job, ...changes } }
    return { ...answer, data }
  })
}

function knownAsBeingRead(client: QueryClient): Set<string> {
  const lists = client.getQueriesData<GetBooksResponse>({ queryKey: getBooksQueryKey() })
  const statuses = client.getQueriesData<GetBookStatusResponse>({ queryKey: [{ _id: 'getBookStatus' }] })
  const books = [
    ...lists.flatMap(([, answer]) => answer?.data ?? []),
    ...statuses.flatMap(([, answer]) => answer?.data ?? []),
  ]
  return new Set(books.filter(isBeingRead).map(({ book_id }) => book_id))
}
