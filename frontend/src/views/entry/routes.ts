import type { RouteRecordRaw } from 'vue-router'

export const entryRoutes: RouteRecordRaw[] = [
  {
    path: '/login',
    name: 'log-in',
    component: () => import('./LogInView.vue'),
    meta: { isForGuests: true, title: 'entry.logIn.title' },
  },
  {
    path: '/register',
    name: 'register',
    component: () => import('./RegisterView.vue'),
    meta: { isForGuests: true, title: 'entry.register.title' },
  },
  {
    path: '/forgotten',
    name: 'forgotten',
    component: () => import('./ForgottenView.vue'),
    meta: { isForGuests: true, title: 'entry.forgotten.title' },
  },
  {
    path: '/account',
    name: 'account',
    component: () => import('./AccountView.vue'),
    meta: { title: 'entry.account.title' },
  },
]
