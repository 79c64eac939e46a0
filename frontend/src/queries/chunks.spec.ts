import { waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'

import { scriptedBackEnd } from '@/testing/backEnd'
import { chunk, CHUNKS, listed } from '@/testing/books'
import { show } from '@/testing/show'

import { chaptersOf, useChunks } from './chunks'

test('parts are put together to chapters', () => {
  const chapters = chaptersOf(CHUNKS).map(({ title, chunks }) => [title, chunks.map((each) => each.chunk_number)])

  expect(chapters).toEqual([['الرسالة', [1, 2]], ['النهر', [3]]])
})

test('chapters of one title stay apart', () => {
  const chunks = [chunk(1, { chapter_title: 'فصل' }), chunk(3, { chapter_title: 'فصل' })]

  expect(chaptersOf(chunks)).toHaveLength(2)
})

test('a long list of parts is asked for page by page, and told in order', async () => {
  const backEnd = scriptedBackEnd()
  for (const page of [1, 2, 3]) {
    backEnd.on(`GET /api/chunks/?book_id=book&page=${page}&page_size=100`, () => listed([chunk(page)], 3, page))
  }
  let chunks: ReturnType<typeof useChunks> | undefined

  await show({ setup: () => { chunks = useChunks('book') }, render: () => null }, {})

  await waitFor(() => { expect(chunks?.data.value?.map((each) => each.chunk_number)).toEqual([1, 2, 3]) })
  expect(backEnd.asked).toHaveLength(3)
})
