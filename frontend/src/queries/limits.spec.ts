import { flushPromises } from '@vue/test-utils'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia, setActivePinia } from 'pinia'
import { expect, test, vi } from 'vitest'

import { scriptedBackEnd } from '@/testing/backEnd'
import { LIMITS, limits } from '@/testing/limits'
import { within } from '@/testing/within'

import { useLimits } from './limits'

test('they are asked for once, however long the app is open', async () => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  const queryClient = new QueryClient()
  const vueQuery = { install: (app: Parameters<typeof VueQueryPlugin.install>[0]) => { VueQueryPlugin.install(app, { queryClient }) } }
  const backEnd = scriptedBackEnd()
  backEnd.on(LIMITS, limits)
  within(useLimits, vueQuery)
  await flushPromises()

  await vi.advanceTimersByTimeAsync(24 * 60 * 60 * 1000)
  const { data } = within(useLimits, vueQuery)
  await flushPromises()

  expect(data.value?.deleted_books_kept_days).toBe(7)
  expect(backEnd.times(LIMITS)).toBe(1)
})
