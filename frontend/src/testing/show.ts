// Renders a component alone, so that its events and props are at hand: in Arabic, among pages that hold nothing.
import { render } from '@testing-library/vue'
import type { Component } from 'vue'

import { appWith } from './app'

const PAGES = {
  library: '/library',
  'book-overview': '/books/:bookId',
  'book-characters': '/books/:bookId/characters',
  'book-character': '/books/:bookId/characters/:characterId',
  'book-graph': '/books/:bookId/graph',
  'book-chart': '/books/:bookId/chart',
  'book-text': '/books/:bookId/text/:chunkNumber?',
}

const routes = Object.entries(PAGES).map(([name, path]) => ({
  name,
  path,
  component: { render: () => null },
  meta: { tab: name.replace('book-', '') },
}))

export async function show(component: Component, props: Record<string, unknown>, path = '/library') {
  const { router, queryClient, plugins } = await appWith({ routes, at: path })
  return { router, queryClient, ...render(component, { props, global: { plugins } }) }
}
