// How often each part of a book names each character, up to the reader's place.
import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'

import type { GetAppearancesResponse } from '@/api/generated'
import { getAppearancesOptions } from '@/api/generated/@tanstack/vue-query.gen'
import { usePlaces } from '@/stores/place'

export function useAppearances(bookId: MaybeRefOrGetter<string>) {
  const until = usePlaces().placeIn(() => toValue(bookId))
  return useQuery(
    computed(() => ({
      ...getAppearancesOptions({ query: { book_id: toValue(bookId), until_chunk: until.value ?? undefined } }),
      select: (answer: GetAppearancesResponse) => answer.data,
      placeholderData: keepPreviousData,
    })),
  )
}
