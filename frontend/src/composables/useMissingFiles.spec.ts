import axios, { AxiosError } from 'axios'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'

import { i18n } from '@/locales'
import { useLocale } from '@/stores/locale'
import { useNotices } from '@/stores/notices'
import { FilesMissing, usePageLoad } from '@/stores/pageLoad'
import { within } from '@/testing/within'

import { useMissingFiles } from './useMissingFiles'

const GRAPH = '/books/layla/graph?character=suad'
const NEW_VERSION = 'تعذّر تحميل هذه الصفحة. ربما صدرت نسخة جديدة؛ حاول مرة أخرى بعد قليل.'
const assign = vi.fn()
let router: Router

/** As Vite's loader does. */
function loadMissingFile(): never {
  dispatchEvent(new Event('vite:preloadError'))
  throw new Error('Failed to fetch dynamically imported module')
}

beforeEach(() => {
  sessionStorage.clear()
  vi.stubGlobal('location', { ...location, assign: assign.mockClear() })
  vi.spyOn(axios, 'head').mockResolvedValue({})
  const pinia = createPinia()
  setActivePinia(pinia)
  useLocale().language = 'ar'
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/library', component: { render: () => null } },
      { path: '/books/:bookId/:page', component: () => Promise.resolve().then(loadMissingFile) },
    ],
  })
  within(useMissingFiles, pinia, i18n, router)
})

const goToGraph = () => router.push(GRAPH).catch(() => undefined)
const said = () => useNotices().shown.map(({ sentence }) => sentence)

test('a page whose files are gone is loaded anew', async () => {
  await router.push('/library')
  await goToGraph()

  await vi.waitFor(() => { expect(assign.mock.calls).toEqual([[GRAPH]]) })
  expect(said()).toEqual([])
})

test('a part of a page whose files are gone loads the page anew', async () => {
  await router.push('/library?q=ليلى')
  dispatchEvent(new Event('vite:preloadError'))

  await vi.waitFor(() => { expect(assign.mock.calls).toEqual([[router.resolve('/library?q=ليلى').fullPath]]) })
})

test('what did not help is not done again, but told, and left to the reader', async () => {
  await router.push('/library')
  await goToGraph()
  await vi.waitFor(() => { expect(assign).toHaveBeenCalledTimes(1) })

  await goToGraph()

  await vi.waitFor(() => { expect(said()).toEqual([NEW_VERSION]) })
  expect(assign).toHaveBeenCalledTimes(1)
  await useNotices().shown[0]?.action?.run()
  expect(assign.mock.calls.at(-1)).toEqual([GRAPH])
})

test('the next new build may come some minutes later', async () => {
  sessionStorage.setItem('loaded-anew', String(Date.now() - 301_000))
  await router.push('/library')
  await goToGraph()

  await vi.waitFor(() => { expect(assign).toHaveBeenCalledTimes(1) })
})

test('while the server is away the page that is open stays', async () => {
  vi.spyOn(axios, 'head').mockRejectedValue(new AxiosError('Network Error', AxiosError.ERR_NETWORK))
  await router.push('/library')
  await goToGraph()

  await vi.waitFor(() => { expect(said()[0]).toContain('تعذّر الوصول إلى الخادم') })
  expect(assign).not.toHaveBeenCalled()
})

test('where no page is open yet, the start page is told', async () => {
  sessionStorage.setItem('loaded-anew', String(Date.now()))
  await goToGraph()

  await vi.waitFor(() => { expect(usePageLoad().failure).toBeInstanceOf(FilesMissing) })
  expect(said()).toEqual([])
})
