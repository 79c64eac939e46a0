// The graph of a book as it is known at the reader's place, and what of it the reader wants to see.
import { computed, ref, shallowRef, watchEffect, type MaybeRefOrGetter } from 'vue'

import { graphOf, shownOf, type Filter, type Graph } from '@/components/graph/graph'
import { useAllCharacters } from '@/queries/characters'
import { useRelationships } from '@/queries/relationships'

export function useBookGraph(bookId: MaybeRefOrGetter<string>) {
  const characters = useAllCharacters(bookId)
  const relationships = useRelationships(bookId)

  // Of two answers for different places no graph is made: people would go and come back.
  const graph = shallowRef<Graph | null>(null)
  watchEffect(() => {
    const areBothOfThePlace = !characters.isPlaceholderData.value && !relationships.isPlaceholderData.value
    const [nodes, links] = [characters.data.value, relationships.data.value]
    if (areBothOfThePlace && nodes && links) graph.value = graphOf(nodes, links)
  })

  const filter = ref<Filter>({ hiddenKinds: [], hiddenRoles: [], isShowingIsolated: false })
  const shown = computed(() => graph.value && shownOf(graph.value, filter.value))

  /** Let the filter through whom one looks for. */
  function reveal(id: string): void {
    const node = graph.value?.nodes.find((each) => each.id === id)
    filter.value = { ...filter.value, hiddenRoles: filter.value.hiddenRoles.filter((role) => role !== node?.role) }
    if (!shown.value?.nodes.some((each) => each.id === id)) filter.value = { ...filter.value, isShowingIsolated: true }
  }

  return {
    graph,
    shown,
    filter,
    reveal,
    error: computed(() => characters.error.value ?? relationships.error.value),
    refetch: () => Promise.all([characters.refetch(), relationships.refetch()]),
  }
}
