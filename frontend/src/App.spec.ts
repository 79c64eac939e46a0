import { screen } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { h, nextTick } from 'vue'

import { getProfileQueryKey } from '@/api/generated/@tanstack/vue-query.gen'

import App from './App.vue'
import { useSession } from './stores/session'
import { data, scriptedBackEnd } from './testing/backEnd'
import { renderInApp } from './testing/render'

const amina = { id: 'amina', name: 'أمينة', email: 'amina@example.com', created_at: '' }

const routes = [
  { path: '/library', component: { render: () => h('p', 'كتبك') } },
  { path: '/account', name: 'account', component: { render: () => h('p', 'حسابك') } },
  { path: '/login', name: 'log-in', component: { render: () => h('p', 'ادخل') }, meta: { isForGuests: true } },
]

beforeEach(() => {
  const backEnd = scriptedBackEnd()
  backEnd.on('POST /api/auth/login/', () => data({ access: 'a1', user: amina }))
  backEnd.on('POST /api/auth/logout/', () => data({}))
})

test('a new page has the focus, so that it is read out', async () => {
  const { router } = await renderInApp(App, { routes, at: '/library' })

  await router.push('/account')

  await expect.poll(() => document.activeElement).toBe(screen.getByRole('main'))
  expect(screen.getByText('حسابك')).toBeTruthy()
})

test('guests see what the product does', async () => {
  await renderInApp(App, { routes, at: '/login' })

  expect(screen.getByText('كل مَن في الرواية، ومع كل قول دليله من النص.')).toBeTruthy()
})

test('what a reader was told is forgotten when they leave', async () => {
  const { queryClient } = await renderInApp(App, { routes, at: '/library' })
  await useSession().logIn('amina@example.com', 'a long password')
  await nextTick()
  queryClient.setQueryData(getProfileQueryKey(), { data: amina })

  await useSession().logOut()
  await nextTick()

  expect(queryClient.getQueryData(getProfileQueryKey())).toBeUndefined()
})
