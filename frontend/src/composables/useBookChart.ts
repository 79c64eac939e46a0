// Who appears where in a book, as far as the reader has come, and whom of them the reader looks at.
import { computed, ref, toValue, type MaybeRefOrGetter } from 'vue'

import { binsOf, cellsOf, countsOf, isKnown } from '@/components/chart/presence'
import { useAllCharacters } from '@/queries/characters'
import { useAppearances } from '@/queries/appearances'
import { useChunks } from '@/queries/chunks'
import { usePlaces } from '@/stores/place'

const FIRST_SHOWN = 6

export function useBookChart(bookId: MaybeRefOrGetter<string>, mostBins: MaybeRefOrGetter<number>) {
  const characters = useAllCharacters(bookId)
  const appearances = useAppearances(bookId)
  const chunks = useChunks(bookId)
  const until = usePlaces().placeIn(() => toValue(bookId))

  const cast = computed(() => characters.data.value ?? [])
  /** Null until the reader chooses: then those who are mentioned most. */
  const chosen = ref<string[] | null>(null)
  const shownIds = computed(() => chosen.value ?? cast.value.slice(0, FIRST_SHOWN).map((each) => each.character_id))

  const bins = computed(() => binsOf(chunks.data.value ?? [], toValue(mostBins)))
  const counts = computed(() => countsOf(appearances.data.value ?? []))
  const rows = computed(() =>
    cast.value
      .filter((each) => shownIds.value.includes(each.character_id))
      .map((character) => ({ character, cells: cellsOf(bins.value, counts.value.get(character.character_id)) })),
  )
  const queries = [characters, appearances, chunks]

  return {
    bins,
    rows,
    counts,
    chunks: computed(() => chunks.data.value ?? []),
    /** Whether there is anything to be said of each column. */
    known: computed(() => bins.value.map((bin) => isKnown(bin, until.value))),
    others: computed(() => cast.value.filter((each) => !shownIds.value.includes(each.character_id))),
    add: (id: string) => { chosen.value = [...shownIds.value, id] },
    remove: (id: string) => { chosen.value = shownIds.value.filter((each) => each !== id) },
    isPending: computed(() => queries.some(({ isPending }) => isPending.value)),
    /** Of what is not there at all: what could not be brought up to date stays as it is. */
    error: computed(() => queries.find(({ isLoadingError }) => isLoadingError.value)?.error.value ?? null),
    refetch: () => Promise.all(queries.map(({ refetch }) => refetch())),
  }
}
