import { createRouter, createWebHistory } from 'vue-router'

import { bookRoutes } from '@/views/book/routes'
import { entryRoutes } from '@/views/entry/routes'
import { libraryRoutes } from '@/views/library/routes'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', redirect: '/library' },
    ...entryRoutes,
    ...libraryRoutes,
    ...bookRoutes,
    { path: '/:rest(.*)*', name: 'not-found', component: () => import('@/views/NotFoundView.vue'), meta: { isForAll: true, title: 'common.notFound.title' } },
  ],
  scrollBehavior: (to, _from, saved) => saved ?? (to.meta.scrollsItself ? false : { top: 0 }),
})
