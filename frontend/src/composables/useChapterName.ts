// What the chapters of a book are called. A title may give away what happens: of a chapter that the reader has not
// come to yet only the number is told, as of one without a title.
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'

import type { Chunk } from '@/api/generated'
import { useFormat } from '@/format'
import { chaptersOf } from '@/queries/chunks'
import { usePlaces } from '@/stores/place'

export function useChapterName(
  bookId: MaybeRefOrGetter<string>,
  chunks: MaybeRefOrGetter<readonly Chunk[]>,
): (chapterNumber: number) => string {
  const { t } = useI18n()
  const format = useFormat()
  const until = usePlaces().placeIn(() => toValue(bookId))
  const titles = computed(() => {
    const known = chaptersOf(toValue(chunks)).filter(({ chunks: [first] }) => isReached(first, until.value))
    return new Map(known.map(({ number, title }) => [number, title]))
  })

  return (number) => titles.value.get(number) || t('text.chapter', { chapter: format.value.number(number) })
}

function isReached(chunk: Chunk | undefined, until: number | null): boolean {
  return until === null || (chunk !== undefined && chunk.chunk_number <= until)
}
