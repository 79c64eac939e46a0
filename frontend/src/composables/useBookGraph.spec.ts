import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import type { Plugin } from 'vue'
import { beforeEach, expect, test, vi } from 'vitest'

import { usePlaces } from '@/stores/place'
import { data, scriptedBackEnd, type Answer, type BackEnd } from '@/testing/backEnd'
import { BOOK, listed } from '@/testing/books'
import { CAST, LINKS } from '@/testing/graphs'
import { within } from '@/testing/within'

import { useBookGraph } from './useBookGraph'

let backEnd: BackEnd
let pinia: Pinia

beforeEach(() => {
  pinia = createPinia()
  setActivePinia(pinia)
  backEnd = scriptedBackEnd()
  backEnd.on('GET /api/characters/', () => listed(CAST))
  backEnd.on('GET /api/characters/relationships/', () => data(LINKS))
})

function graphOfTheBook() {
  const queries: Plugin = { install: (app) => { app.use(VueQueryPlugin, { queryClient: new QueryClient() }) } }
  return within(() => useBookGraph(BOOK), pinia, queries)
}

test('all pages of characters are in the graph', async () => {
  backEnd.on('GET /api/characters/', ({ what }) => {
    const page = Number(/[?&]page=(\d+)/.exec(what)?.[1])
    return listed([CAST[page - 1]], 4, page)
  })

  const { graph } = graphOfTheBook()

  await vi.waitFor(() => { expect(graph.value?.nodes.map(({ name }) => name)).toEqual(['سعاد', 'بدر', 'هند', 'نوح']) })
  expect(graph.value?.edges).toHaveLength(2)
})

test('answers for two places make no graph: the old one stays until both are there', async () => {
  const { graph } = graphOfTheBook()
  await vi.waitFor(() => { expect(graph.value?.nodes).toHaveLength(4) })
  let answer: (links: Answer) => void = () => undefined
  backEnd.on('GET /api/characters/', () => listed(CAST.slice(0, 2)))
  backEnd.on('GET /api/characters/relationships/', () => new Promise((resolve) => { answer = resolve }))

  usePlaces().placeIn(() => BOOK).value = 2
  await vi.waitFor(() => { expect(backEnd.asked.filter(({ what }) => what.includes('until_chunk=2'))).toHaveLength(2) })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(graph.value?.nodes).toHaveLength(4)

  answer(data(LINKS.slice(0, 1)))
  await vi.waitFor(() => { expect(graph.value?.nodes).toHaveLength(2) })
  expect(graph.value?.edges).toHaveLength(1)
})
