// What this installation takes and keeps: asked for once. Until it is there, only the server refuses.
import { useQuery, type QueryClient } from '@tanstack/vue-query'

import type { GetLimitsResponse, Limits } from '@/api/generated'
import { getLimitsOptions, getLimitsQueryKey } from '@/api/generated/@tanstack/vue-query.gen'

export function useLimits() {
  return useQuery({
    ...getLimitsOptions(),
    select: (answer: GetLimitsResponse) => answer.data,
    staleTime: Infinity,
    gcTime: Infinity,
  })
}

export function limitsKnownTo(client: QueryClient): Limits | undefined {
  return client.getQueryData<GetLimitsResponse>(getLimitsQueryKey())?.data
}
