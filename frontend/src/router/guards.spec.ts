import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'

import { useSession } from '@/stores/session'
import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'

import { followSession } from './guards'

const page = { render: () => null }
const tokens = { access: 'a1', user: { id: 'amina', name: 'أمينة', email: 'amina@example.com', created_at: '' } }

let router: Router
let backEnd: BackEnd

beforeEach(() => {
  setActivePinia(createPinia())
  backEnd = scriptedBackEnd()
  backEnd.on('POST /api/auth/login/', () => data(tokens))
  backEnd.on('POST /api/auth/token/refresh/', () => data(tokens))
  backEnd.on('POST /api/auth/logout/', () => data({}))
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/login', name: 'log-in', component: page, meta: { isForGuests: true } },
      { path: '/library', component: page },
      { path: '/books/:bookId', component: page },
      { path: '/:rest(.*)*', component: page, meta: { isForAll: true } },
    ],
  })
  followSession(router)
})

const here = () => router.currentRoute.value
const logIn = () => useSession().logIn('amina@example.com', 'a long password')

async function settled() {
  await nextTick()
  await new Promise((resolve) => setTimeout(resolve))
}

test('a guest is led to the login, and then to where they were going', async () => {
  await router.push('/books/1?until=3#end')
  expect(here().path).toBe('/login')

  await logIn()
  await settled()

  expect(here().fullPath).toBe('/books/1?until=3#end')
})

test('a guest may see what is for all', async () => {
  await router.push('/nowhere')

  expect(here().path).toBe('/nowhere')
})

test('the session of the last visit is there before the first page', async () => {
  localStorage.setItem('session', 'amina')

  await router.push('/books/1')

  expect(here().path).toBe('/books/1')
})

test('who is logged in has no use for the login', async () => {
  await logIn()

  await router.push('/login')

  expect(here().path).toBe('/library')
})

test.each([
  '//example.com',
  '/\\example.com',
  '/\t/example.com',
  '/.//example.com',
  'https://example.com',
  'javascript:alert(1)',
  '//[',
])('%s is no way back: it leads to another site', async (next) => {
  await logIn()

  await router.push({ path: '/login', query: { next } })

  expect(here().fullPath).toBe('/library')
})

test('a session that ends leads to the login and back', async () => {
  await logIn()
  await router.push('/books/1')
  backEnd.on('POST /api/auth/token/refresh/', () => refused(401, 'SESSION_ENDED'))

  await useSession().renew().catch(() => undefined)
  await settled()

  expect(here()).toMatchObject({ path: '/login', query: { next: '/books/1' } })
})

test('who logs out is not led back: the next may be someone else', async () => {
  await logIn()
  await router.push('/books/1')

  await useSession().logOut()
  await settled()

  expect(here().fullPath).toBe('/login')
})
