// What the app gives its components: stores, sentences, queries and routes.
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia, setActivePinia } from 'pinia'
import type { Plugin } from 'vue'
import { createMemoryHistory, createRouter, type Router, type RouteRecordRaw } from 'vue-router'

import { i18n, type Language } from '@/locales'
import { useLocale } from '@/stores/locale'
import { vuetify } from '@/theme'

export interface AppOptions {
  language?: Language
  routes?: RouteRecordRaw[]
  at?: string
  /** Before the first navigation. */
  prepare?: (router: Router) => void
}

type Plugged = Plugin | [typeof VueQueryPlugin, { queryClient: QueryClient }]

export interface App {
  router: Router
  queryClient: QueryClient
  plugins: Plugged[]
}

export async function appWith({ language = 'ar', routes = [], at = '/', prepare }: AppOptions): Promise<App> {
  const pinia = createPinia()
  setActivePinia(pinia)
  useLocale().language = language
  const router = createRouter({ history: createMemoryHistory(), routes })
  prepare?.(router)
  await router.push(at)
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return { router, queryClient, plugins: [pinia, i18n, vuetify, router, [VueQueryPlugin, { queryClient }]] }
}
