// The readings of books, as jobs.
import { useMutation, useQueryClient } from '@tanstack/vue-query'

import { postJobCancelMutation } from '@/api/generated/@tanstack/vue-query.gen'

import { refreshBook } from './books'

/** Variables: `{ path: { job_id } }`. */
export function useCancelJob() {
  const client = useQueryClient()
  return useMutation({
    ...postJobCancelMutation(),
    onSuccess: async ({ data: { book_id } }) => { if (book_id !== null) await refreshBook(client, book_id) },
  })
}
