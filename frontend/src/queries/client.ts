// How what the server said is kept: fresh for some seconds, asked again on focus and on reconnection.
import { QueryClient } from '@tanstack/vue-query'

import { isWorthAnotherTry } from '@/api/refusal'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (failures, error) => failures < 2 && isWorthAnotherTry(error) },
  },
})
