import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'

import { within } from '@/testing/within'

import { useCharacterFilters } from './useCharacterFilters'

async function filtersAt(address: string) {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: {} }] })
  await router.push(address)
  return { router, ...within(useCharacterFilters, router) }
}

test('the address says what is shown', async () => {
  const { filters } = await filtersAt('/?role=minor&q=سعاد&ordering=name&page=3')

  expect(filters.value).toEqual({ role: 'minor', q: 'سعاد', ordering: 'name', page: 3, page_size: 24 })
})

test.each(['/?role=king&ordering=age&page=0', '/?page=-1', '/?page=2.5', '/?role=main&role=minor'])(
  'what %s asks for in vain is left out',
  async (address) => {
    const { filters } = await filtersAt(address)

    expect(filters.value).toEqual({ role: undefined, q: undefined, ordering: '-mention_count', page: 1, page_size: 24 })
  },
)

test('a new search begins at the first page and keeps the rest', async () => {
  const { router, q } = await filtersAt('/?role=main&page=3')

  q.value = ' بدر '
  await flushPromises()

  expect(router.currentRoute.value.query).toEqual({ role: 'main', q: 'بدر' })
})

test('what is as always is not in the address', async () => {
  const { router, ordering, page, showAll } = await filtersAt('/?ordering=name&q=بدر&role=main&page=2')

  ordering.value = '-mention_count'
  await flushPromises()
  page.value = 2
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ q: 'بدر', role: 'main', page: '2' })

  showAll()
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({})
})
