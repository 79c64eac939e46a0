// Renders a component as the app would: with its plugins, in Arabic, among pages that hold nothing.
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { render } from '@testing-library/vue'
import { createPinia } from 'pinia'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'

import { i18n } from '@/locales'
import { useLocale } from '@/stores/locale'
import { vuetify } from '@/theme'

const PAGES = {
  library: '/library',
  'book-overview': '/books/:bookId',
  'book-characters': '/books/:bookId/characters',
  'book-character': '/books/:bookId/characters/:characterId',
  'book-graph': '/books/:bookId/graph',
  'book-chart': '/books/:bookId/chart',
  'book-text': '/books/:bookId/text/:chunkNumber?',
}

export async function show(component: Component, props: Record<string, unknown>, path = '/library') {
  const pinia = createPinia()
  useLocale(pinia).language = 'ar'
  const router = routerAmongPages()
  await router.push(path)
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const plugins = [pinia, i18n, vuetify, [VueQueryPlugin, { queryClient }] as [typeof VueQueryPlugin, object], router]
  return { router, queryClient, ...render(component, { props, global: { plugins } }) }
}

function routerAmongPages(): Router {
  const routes = Object.entries(PAGES).map(([name, path]) => ({
    name,
    path,
    component: { render: () => null },
    meta: { tab: name.replace('book-', '') },
  }))
  return createRouter({ history: createMemoryHistory(), routes })
}
