import type { LocationQuery, RouteRecordRaw } from 'vue-router'

import type { Span } from '@/components/text/segments'

declare module 'vue-router' {
  interface RouteMeta {
    /** Which tab of the book's page it belongs to. */
    tab?: string
    /** It brings what is asked for into view by itself. */
    scrollsItself?: boolean
  }
}

/** A child takes `bookId` as a prop. */
export const bookRoutes: RouteRecordRaw[] = [
  {
    path: '/books/:bookId',
    component: () => import('./BookView.vue'),
    props: true,
    children: [
      {
        path: '',
        name: 'book-overview',
        component: () => import('./BookOverview.vue'),
        props: true,
        meta: { tab: 'overview', title: 'book.tabs.overview' },
      },
      {
        path: 'characters',
        name: 'book-characters',
        component: () => import('./BookCharacters.vue'),
        props: true,
        meta: { tab: 'characters', title: 'book.tabs.characters' },
      },
      {
        path: 'characters/:characterId',
        name: 'book-character',
        component: () => import('./BookCharacter.vue'),
        props: true,
        meta: { tab: 'characters', title: 'book.tabs.characters' },
      },
      {
        path: 'graph',
        name: 'book-graph',
        component: () => import('./BookGraph.vue'),
        props: ({ params, query }) => ({ bookId: params.bookId, characterId: query.character ?? null }),
        meta: { tab: 'graph', title: 'book.tabs.graph' },
      },
      {
        path: 'chart',
        name: 'book-chart',
        component: () => import('./BookChart.vue'),
        props: true,
        meta: { tab: 'chart', title: 'book.tabs.chart' },
      },
      {
        path: 'text/:chunkNumber(\\d+)?',
        name: 'book-text',
        component: () => import('./BookText.vue'),
        props: ({ params, query }) => ({
          bookId: params.bookId,
          chunkNumber: params.chunkNumber ? Number(params.chunkNumber) : null,
          claim: claimIn(query),
          characterId: query.character ?? null,
        }),
        meta: { tab: 'text', title: 'book.tabs.text', scrollsItself: true },
      },
    ],
  },
]

function claimIn({ start, end }: LocationQuery): Span | null {
  const claim = { start: Number(start ?? NaN), end: Number(end ?? NaN) }
  return claim.start < claim.end ? claim : null
}
