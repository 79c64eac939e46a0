// A character's way through the book: how often each chapter names it, and where it does so first.
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'

import type { CharacterMentions, Chunk } from '@/api/generated'

import { groupedBy } from './useClaims'

export interface ChapterMentions {
  number: number
  title: string
  count: number
  /** The first mention of the chapter: its part, and the words' place in it. */
  chunkNumber: number
  start: number
  end: number
}

export function useCourse(mentions: MaybeRefOrGetter<CharacterMentions[]>, chunks: MaybeRefOrGetter<Chunk[]>) {
  const { t } = useI18n()
  const chunksByNumber = computed(() => new Map(toValue(chunks).map((chunk) => [chunk.chunk_number, chunk])))

  /** What the chapter of a part is called; until the parts are known, nothing. */
  function chapterAt(chunkNumber: number): string {
    const chunk = chunksByNumber.value.get(chunkNumber)
    if (!chunk) return ''
    return chunk.chapter_title || t('text.chapter', { chapter: chunk.chapter_number })
  }

  const chapters = computed<ChapterMentions[]>(() =>
    [...groupedBy(toValue(mentions), ({ chapter_number }) => chapter_number)].flatMap(([number, parts]) => {
      const first = parts[0]
      const [start, end] = first?.spans[0] ?? []
      if (!first || start === undefined || end === undefined) return []
      const count = parts.reduce((sum, part) => sum + part.mention_count, 0)
      return { number, title: chapterAt(first.chunk_number), count, chunkNumber: first.chunk_number, start, end }
    }),
  )

  return { chapters, chapterAt }
}
