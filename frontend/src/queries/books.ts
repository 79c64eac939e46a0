// The books of the reader: their lists, one book, how far its reading is, and what can be done with it.
import { focusManager, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'

import type {
  Book,
  GetBookDetailsResponse,
  GetBooksData,
  GetBooksResponse,
  GetBookStatusResponse,
} from '@/api/generated'
import {
  deleteBookDetailsMutation,
  getAppearancesQueryKey,
  getBookDetailsOptions,
  getBookDetailsQueryKey,
  getBooksOptions,
  getBooksQueryKey,
  getBookStatusOptions,
  getBookStatusQueryKey,
  getBookVerificationQueryKey,
  getCharactersQueryKey,
  getChunksQueryKey,
  getRelationshipsQueryKey,
  postBookReprocessMutation,
  postBookRestoreMutation,
  putBookDetailsMutation,
} from '@/api/generated/@tanstack/vue-query.gen'

export type BookFilters = NonNullable<GetBooksData['query']>

/** Events tell of it; one may be lost. Requests are counted, so what does not move is not asked for often. */
const WITHOUT_NEWS = 30_000
const IN_LINE = 60_000
const ONE_IN_LINE = 300_000

export function isBeingRead({ processing_status: status }: Pick<Book, 'processing_status'>): boolean {
  return status === 'pending' || status === 'processing'
}

/** One page of the library; asked for again now and then while books on it wait or are read. */
export function useBooks(filters: MaybeRefOrGetter<BookFilters>) {
  return useQuery(
    computed(() => ({
      ...getBooksOptions({ query: toValue(filters) }),
      // Until another page is there, the last one stays, unless it is of the other shelf or says that there is none.
      placeholderData: (last: GetBooksResponse | undefined, query?: { queryKey: ReturnType<typeof getBooksQueryKey> }) =>
        last?.data.length && query?.queryKey[0].query?.deleted === toValue(filters).deleted ? last : undefined,
      refetchInterval: ({ state }: { state: { data?: GetBooksResponse } }) =>
        state.data?.data.some(isBeingRead) && IN_LINE,
    })),
  )
}

export function useBook(bookId: MaybeRefOrGetter<string>, isWanted: MaybeRefOrGetter<boolean> = true) {
  return useQuery(
    computed(() => ({
      ...getBookDetailsOptions({ path: { book_id: toValue(bookId) } }),
      enabled: toValue(isWanted),
      select: (answer: GetBookDetailsResponse) => answer.data,
    })),
  )
}

/** A book's latest job. Events keep it up to date; when none comes for a while, it is asked for. */
export function useBookStatus(bookId: MaybeRefOrGetter<string>, isWanted: MaybeRefOrGetter<boolean> = true) {
  return useQuery(
    computed(() => ({
      ...getBookStatusOptions({ path: { book_id: toValue(bookId) } }),
      enabled: toValue(isWanted),
      select: (answer: GetBookStatusResponse) => answer.data,
      refetchInterval: ({ state }: { state: { data?: GetBookStatusResponse } }) =>
        pauseAfter(state.data?.data.processing_status),
    })),
  )
}

function pauseAfter(status: Book['processing_status'] | undefined): number | false {
  if (status === 'processing') return WITHOUT_NEWS
  return status === 'pending' && ONE_IN_LINE
}

/** Variables: `{ path: { book_id }, body: { title, author, description } }`. */
export function useUpdateBook() {
  const client = useQueryClient()
  return useMutation({
    ...putBookDetailsMutation(),
    onSuccess: ({ data: book }) => {
      patchBook(client, book.book_id, book)
      return refreshBooks(client)
    },
  })
}

/** Variables: `{ path: { book_id } }`, here and below. */
export function useDeleteBook() {
  const client = useQueryClient()
  return useMutation({
    ...deleteBookDetailsMutation(),
    onSuccess: (_answer, { path: { book_id } }) => {
      for (const queryKey of keysOf(book_id)) void client.invalidateQueries({ queryKey, refetchType: 'none' })
      return refreshBooks(client)
    },
  })
}

export function useRestoreBook() {
  const client = useQueryClient()
  return useMutation({
    ...postBookRestoreMutation(),
    onSuccess: (_answer, { path: { book_id } }) => refreshBook(client, book_id),
  })
}

export function useReprocessBook() {
  const client = useQueryClient()
  return useMutation({
    ...postBookReprocessMutation(),
    onSuccess: (_answer, { path: { book_id } }) => refreshBook(client, book_id),
  })
}

export function patchBook(client: QueryClient, bookId: string, changes: Partial<Book>): void {
  client.setQueriesData<GetBooksResponse>({ queryKey: getBooksQueryKey() }, (answer) =>
    answer && {
      ...answer,
      data: answer.data.map((book) => (book.book_id === bookId ? { ...book, ...changes } : book)),
    },
  )
  client.setQueryData<GetBookDetailsResponse>(getBookDetailsQueryKey({ path: { book_id: bookId } }), (answer) =>
    answer && { ...answer, data: { ...answer.data, ...changes } },
  )
}

export function titleKnownOf(client: QueryClient, bookId: string): string | null {
  const details = client.getQueryData<GetBookDetailsResponse>(getBookDetailsQueryKey({ path: { book_id: bookId } }))
  const lists = client.getQueriesData<GetBooksResponse>({ queryKey: getBooksQueryKey() })
  const listed = lists.flatMap(([, answer]) => answer?.data ?? []).find((book) => book.book_id === bookId)
  return (details?.data ?? listed)?.title ?? null
}

/** Ask again for the lists of books. */
export function refreshBooks(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: getBooksQueryKey() })
}

/** Ask again for all that is known of a book, and for the lists. */
export async function refreshBook(client: QueryClient, bookId: string): Promise<void> {
  const keys = [getBooksQueryKey(), ...keysOf(bookId)]
  await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
}

/** Ask again for who is found in a book; in a tab that nobody sees, when somebody does. */
export async function refreshCast(client: QueryClient, bookId: string): Promise<void> {
  const refetchType = focusManager.isFocused() ? 'active' : 'none'
  await Promise.all(castKeysOf(bookId).map((queryKey) => client.invalidateQueries({ queryKey, refetchType })))
}

function keysOf(bookId: string) {
  const path = { book_id: bookId }
  return [
    getBookDetailsQueryKey({ path }),
    getBookStatusQueryKey({ path }),
    getBookVerificationQueryKey({ path }),
    getChunksQueryKey({ query: { book_id: bookId } }),
    ...castKeysOf(bookId),
  ]
}

function castKeysOf(bookId: string) {
  const query = { book_id: bookId }
  return [
    getCharactersQueryKey({ query }),
    getRelationshipsQueryKey({ query }),
    getAppearancesQueryKey({ query }),
    // Their keys do not name the book; only those on the page are asked for.
    [{ _id: 'getCharacterDetails' }],
    [{ _id: 'getChunkDetails' }],
  ]
}
