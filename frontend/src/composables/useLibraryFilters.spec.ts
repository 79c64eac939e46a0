import { flushPromises, mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { createMemoryHistory, createRouter, type LocationQuery } from 'vue-router'

import { filtersIn, queryOf, useLibraryFilters } from './useLibraryFilters'

const USUAL = { q: '', status: null, language: null, ordering: '-created_at', isDeleted: false, page: 1 } as const

async function libraryAt(address: string) {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/library', component: {} }] })
  await router.push(address)
  let choice: ReturnType<typeof useLibraryFilters> | undefined
  const here = { setup: () => { choice = useLibraryFilters() }, template: '<div />' }
  mount(here, { global: { plugins: [router] } })
  if (!choice) throw new Error('Not mounted')
  return { router, ...choice }
}

test('an address without filters shows all, the newest first', () => {
  expect(filtersIn({})).toEqual(USUAL)
  expect(queryOf({ ...USUAL })).toEqual({})
})

test('filters come back from the address as they went into it', () => {
  const narrow = { q: 'ليلى', status: 'failed', language: 'ar', ordering: 'title', isDeleted: true, page: 3 } as const

  expect(filtersIn(queryOf(narrow) as LocationQuery)).toEqual(narrow)
})

test.each<LocationQuery>([
  { status: 'burnt' },
  { language: 'xx' },
  { ordering: 'size' },
  { page: '0' },
  { page: '-1' },
  { page: '1.5' },
  { page: '12345678' },
  { q: ['a', 'b'] },
  { deleted: '1' },
])('%o in the address is left out', (query) => {
  expect(filtersIn(query)).toEqual(USUAL)
})

test('another filter begins at the first page', async () => {
  const { router, choose } = await libraryAt('/library?page=3&q=ليلى')

  choose({ status: 'failed' })
  await flushPromises()

  expect(router.currentRoute.value.query).toEqual({ q: 'ليلى', status: 'failed' })
})

test('a page keeps the filters', async () => {
  const { router, choose } = await libraryAt('/library?q=ليلى')

  choose({ page: 2 })
  await flushPromises()

  expect(router.currentRoute.value.query).toEqual({ q: 'ليلى', page: '2' })
})

test('clearing keeps the order, and what is deleted stays apart', async () => {
  const { router, clear } = await libraryAt('/library?q=ليلى&language=ar&ordering=title&deleted=true')

  clear()
  await flushPromises()

  expect(router.currentRoute.value.query).toEqual({ ordering: 'title', deleted: 'true' })
})

test('the server is asked for nothing that is as usual', async () => {
  const { asked } = await libraryAt('/library?q=ليلى')

  expect(JSON.parse(JSON.stringify(asked.value))).toEqual({ q: 'ليلى', ordering: '-created_at', page: 1, page_size: 24 })
})

test('deleted books alone do not make a library narrow', async () => {
  expect((await libraryAt('/library?deleted=true&ordering=title')).areNarrow.value).toBe(false)
  expect((await libraryAt('/library?status=failed')).areNarrow.value).toBe(true)
})

test('there is no way back to each letter that was typed', async () => {
  const { router, choose } = await libraryAt('/library')
  choose({ status: 'failed' })
  await flushPromises()
  choose({ q: 'لي' }, true)
  await flushPromises()

  router.back()
  await flushPromises()

  expect(router.currentRoute.value.query).toEqual({})
})
