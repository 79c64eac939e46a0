import { beforeEach, expect, test } from 'vitest'
import { h, nextTick, ref, type Ref } from 'vue'
import { RouterView } from 'vue-router'

import { useLocale } from '@/stores/locale'
import { renderInApp } from '@/testing/render'

import { useDocumentTitle, useTitle } from './useTitle'

let bookTitle: Ref<string | null>

const page = { render: () => null }
const bookPage = { setup: () => { useTitle(bookTitle) }, render: () => h(RouterView) }
const characterPage = { setup: () => { useTitle('حميدة') }, render: () => null }
const app = { setup: () => { useDocumentTitle() }, render: () => h(RouterView) }
const routes = [
  { path: '/account', component: page, meta: { title: 'entry.account.title' } },
  { path: '/books/1', component: bookPage, children: [{ path: 'characters/7', component: characterPage }] },
  { path: '/characters/7', component: characterPage },
]

beforeEach(() => { bookTitle = ref(null) })

test('a page has the title of its route, in the reader’s language', async () => {
  await renderInApp(app, { routes, at: '/account' })
  expect(document.title).toBe('حسابك · bookanalysis')

  useLocale().language = 'en'
  await nextTick()
  expect(document.title).toBe('Your account · bookanalysis')
})

test('a page may have a title of its own, as soon as it is known and as long as it is open', async () => {
  const { router } = await renderInApp(app, { routes, at: '/books/1' })
  expect(document.title).toBe('bookanalysis')

  bookTitle.value = 'زقاق المدق'
  await nextTick()
  expect(document.title).toBe('زقاق المدق · bookanalysis')

  await router.push('/account')
  expect(document.title).toBe('حسابك · bookanalysis')
})

test('of a page within a page the inner title is shown', async () => {
  bookTitle.value = 'زقاق المدق'
  const { router } = await renderInApp(app, { routes, at: '/books/1/characters/7' })
  expect(document.title).toBe('حميدة · bookanalysis')

  await router.push('/books/1')
  expect(document.title).toBe('زقاق المدق · bookanalysis')
})

test('a page that goes leaves the title of the page that came', async () => {
  bookTitle.value = 'زقاق المدق'
  const { router } = await renderInApp(app, { routes, at: '/books/1' })

  await router.push('/characters/7')

  expect(document.title).toBe('حميدة · bookanalysis')
})
