import { expect, test } from 'vitest'

import type { CharacterMentions, Chunk } from '@/api/generated'
import { i18n } from '@/locales'
import { within } from '@/testing/within'

import { useCourse } from './useCourse'

const mentions = (chunk_number: number, chapter_number: number, ...spans: number[][]): CharacterMentions => ({
  chunk_id: `part-${chunk_number}`,
  chunk_number,
  chapter_number,
  mention_count: spans.length,
  spans,
})

const chunk = (chunk_number: number, chapter_number: number, chapter_title: string): Chunk => ({
  chunk_id: `part-${chunk_number}`,
  book_id: 'book',
  chunk_number,
  chapter_number,
  chapter_title,
  start_position: 0,
  end_position: 100,
  word_count: 20,
  read_at: null,
  gap: null,
})

test('a chapter counts the mentions of its parts and leads to the first', () => {
  const parts = [mentions(3, 2, [10, 14], [50, 54]), mentions(4, 2, [7, 11]), mentions(9, 5, [0, 4])]
  const chunks = [chunk(3, 2, 'الطاحونة'), chunk(4, 2, 'الطاحونة'), chunk(9, 5, '')]

  const { chapters } = within(() => useCourse(parts, chunks), i18n)

  expect(chapters.value).toEqual([
    { number: 2, title: 'الطاحونة', count: 3, chunkNumber: 3, start: 10, end: 14 },
    { number: 5, title: 'الفصل 5', count: 1, chunkNumber: 9, start: 0, end: 4 },
  ])
})
