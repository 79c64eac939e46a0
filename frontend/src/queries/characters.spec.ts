import { flushPromises } from '@vue/test-utils'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { ref } from 'vue'

import { usePlaces } from '@/stores/place'
import { scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { BADR, character, details } from '@/testing/characters'
import { within } from '@/testing/within'

import { useCharacter, useCharacters } from './characters'

let backEnd: BackEnd
let pinia: Pinia

const listed = (...data: object[]) => ({
  status: 'success',
  en: 'Listed.',
  ar: 'ها هي.',
  data,
  pagination: { page: 1, page_size: 24, total: data.length, total_pages: 1 },
})

function asking<Given>(query: () => Given): Given {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const vueQuery = { install: (app: Parameters<typeof VueQueryPlugin.install>[0]) => { VueQueryPlugin.install(app, { queryClient }) } }
  return within(query, pinia, vueQuery)
}

beforeEach(() => {
  pinia = createPinia()
  setActivePinia(pinia)
  backEnd = scriptedBackEnd()
})

test('only what is known at the place is asked for', async () => {
  backEnd.on('GET /api/characters/', () => [200, listed(character())])
  backEnd.on('GET /api/characters/suad/', () => [200, { ...listed(), data: details([]) }])
  usePlaces().placeIn(() => 'book').value = 7

  asking(() => useCharacters('book', { page: 1 }))
  asking(() => useCharacter('book', 'suad'))
  await flushPromises()

  expect(backEnd.asked.map(({ what }) => new URL(what.slice(4), 'http://localhost').searchParams.get('until_chunk'))).toEqual(['7', '7'])
})

test('what is shown stays until the next page is there', async () => {
  backEnd.on('GET /api/characters/', () => [200, listed(character())])
  const page = ref(1)
  const { data, isPlaceholderData } = asking(() => useCharacters('book', () => ({ page: page.value })))
  await flushPromises()

  backEnd.on('GET /api/characters/', () => new Promise(() => undefined))
  page.value = 2
  await flushPromises()

  expect(isPlaceholderData.value).toBe(true)
  expect(data.value?.data).toHaveLength(1)
})

test('the characters of one book are never shown as those of another', async () => {
  backEnd.on('GET /api/characters/', () => [200, listed(character())])
  const bookId = ref('book')
  const { data } = asking(() => useCharacters(bookId, {}))
  await flushPromises()

  backEnd.on('GET /api/characters/', () => new Promise(() => undefined))
  bookId.value = 'another'
  await flushPromises()

  expect(data.value).toBeUndefined()
})

test('a character stays while the place moves, and goes when another is asked for', async () => {
  backEnd.on('GET /api/characters/suad/', () => [200, { ...listed(), data: details([]) }])
  const id = ref('suad')
  const { data } = asking(() => useCharacter('book', id))
  await flushPromises()

  backEnd.on('GET /api/characters/suad/', () => new Promise(() => undefined))
  backEnd.on('GET /api/characters/badr/', () => new Promise(() => undefined))
  usePlaces().placeIn(() => 'book').value = 3
  await flushPromises()
  expect(data.value?.name).toBe('سعاد')

  id.value = BADR
  await flushPromises()
  expect(data.value).toBeUndefined()
})
