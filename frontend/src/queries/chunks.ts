// The parts of a book: their list, and the text of each.
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/vue-query'
import { computed, toValue, watchEffect, type MaybeRefOrGetter } from 'vue'

import { getChunks, type Chunk, type GetChunkDetailsResponse, type Notification } from '@/api/generated'
import { getChunkDetailsOptions, getChunksQueryKey } from '@/api/generated/@tanstack/vue-query.gen'
import { usePlaces } from '@/stores/place'

import { allRows, LARGEST_PAGE } from './pages'

export interface Chapter {
  number: number
  title: string
  chunks: Chunk[]
}

/** All parts of a book, in order. */
export function useChunks(bookId: MaybeRefOrGetter<string>) {
  return useQuery(
    computed(() => ({
      queryKey: getChunksQueryKey({ query: { book_id: toValue(bookId) } }),
      queryFn: ({ signal }: { signal: AbortSignal }) => allChunks(toValue(bookId), signal),
    })),
  )
}

function allChunks(bookId: string, signal: AbortSignal): Promise<Chunk[]> {
  return allRows(async (page) => {
    const query = { book_id: bookId, page, page_size: LARGEST_PAGE }
    const { data } = await getChunks({ query, signal, throwOnError: true })
    return data
  })
}

/** Parts are read in their order; the news is of the last of them. */
export function markAsRead(client: QueryClient, bookId: string, { chunk_num, timestamp, results }: Notification): void {
  const gap = (results?.gap ?? null) as string | null
  client.setQueryData<Chunk[]>(getChunksQueryKey({ query: { book_id: bookId } }), (chunks) =>
    chunks?.map((chunk) => {
      if (chunk.read_at !== null || chunk.chunk_number > chunk_num) return chunk
      return { ...chunk, read_at: timestamp, gap: chunk.chunk_number === chunk_num ? gap : null }
    }),
  )
}

export function chaptersOf(chunks: readonly Chunk[]): Chapter[] {
  const chapters: Chapter[] = []
  for (const chunk of chunks) {
    const current = chapters.at(-1)
    if (current?.number === chunk.chapter_number) current.chunks.push(chunk)
    else chapters.push({ number: chunk.chapter_number, title: chunk.chapter_title, chunks: [chunk] })
  }
  return chapters
}

/** The text of a part, with the names that are known at the reader's place. It stays when only the place moves. */
export function useChunkText(bookId: MaybeRefOrGetter<string>, chunkId: MaybeRefOrGetter<string>) {
  const place = usePlaces().placeIn(() => toValue(bookId))
  return useQuery(
    computed(() => {
      const chunk_id = toValue(chunkId)
      return {
        ...textOf(chunk_id, place.value),
        select: (answer: GetChunkDetailsResponse) => answer.data,
        placeholderData: (shown?: GetChunkDetailsResponse) => (shown?.data.chunk_id === chunk_id ? shown : undefined),
      }
    }),
  )
}

/** Have a part's text there before it is asked for. */
export function usePrefetchedText(bookId: MaybeRefOrGetter<string>, chunkId: MaybeRefOrGetter<string | null>): void {
  const place = usePlaces().placeIn(() => toValue(bookId))
  const client = useQueryClient()
  watchEffect(() => {
    const id = toValue(chunkId)
    if (id !== null) void client.prefetchQuery(textOf(id, place.value))
  })
}

function textOf(chunkId: string, until: number | null) {
  return getChunkDetailsOptions({ path: { chunk_id: chunkId }, query: { until_chunk: until ?? undefined } })
}
