// How the characters of a book are linked, as it is known at the reader's place.
import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'

import type { GetRelationshipsResponse } from '@/api/generated'
import { getRelationshipsOptions } from '@/api/generated/@tanstack/vue-query.gen'
import { usePlaces } from '@/stores/place'

export function useRelationships(bookId: MaybeRefOrGetter<string>) {
  const until = usePlaces().placeIn(() => toValue(bookId))
  return useQuery(
    computed(() => ({
      ...getRelationshipsOptions({ query: { book_id: toValue(bookId), until_chunk: until.value ?? undefined } }),
      select: (answer: GetRelationshipsResponse) => answer.data,
      placeholderData: keepPreviousData,
    })),
  )
}
