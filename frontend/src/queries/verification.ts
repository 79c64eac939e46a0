// Whether every claim about a book stands in its text.
import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'

import type { GetBookVerificationResponse } from '@/api/generated'
import { getBookVerificationOptions } from '@/api/generated/@tanstack/vue-query.gen'

/** It changes with the reading only: the events of a reading ask again. */
export function useVerification(bookId: MaybeRefOrGetter<string>) {
  return useQuery(
    computed(() => ({
      ...getBookVerificationOptions({ path: { book_id: toValue(bookId) } }),
      select: (answer: GetBookVerificationResponse) => answer.data,
      staleTime: Infinity,
    })),
  )
}
