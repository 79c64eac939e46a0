// Renders a component as the app does: with its stores, sentences, queries and routes.
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { render, type RenderResult } from '@testing-library/vue'
import { createPinia, setActivePinia } from 'pinia'
import { defineComponent, h, type Component, type Plugin } from 'vue'
import { createMemoryHistory, createRouter, type Router, type RouteRecordRaw } from 'vue-router'
import { VApp } from 'vuetify/components'

import { i18n, type Language } from '@/locales'
import { useLocale } from '@/stores/locale'
import { vuetify } from '@/theme'

export interface Rendered extends RenderResult {
  router: Router
  user: UserEvent
  queryClient: QueryClient
}

export interface RenderOptions {
  props?: Record<string, unknown>
  language?: Language
  routes?: RouteRecordRaw[]
  at?: string
  /** Before the first navigation. */
  prepare?: (router: Router) => void
}

const nowhere = { path: '/:rest(.*)*', component: { render: () => null } }

export async function renderInApp(component: Component, options: RenderOptions = {}): Promise<Rendered> {
  const pinia = createPinia()
  setActivePinia(pinia)
  useLocale().language = options.language ?? 'ar'
  const router = createRouter({ history: createMemoryHistory(), routes: [...(options.routes ?? []), nowhere] })
  options.prepare?.(router)
  await router.push(options.at ?? '/')

  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const page = defineComponent({ render: () => h(VApp, () => h(component, options.props)) })
  const plugins: Plugin[] = [pinia, i18n, vuetify, router]
  const global = { plugins: [...plugins, [VueQueryPlugin, { queryClient }] as [Plugin, object]] }
  return Object.assign(render(page, { global }), { router, queryClient, user: userEvent.setup({ delay: null }) })
}
