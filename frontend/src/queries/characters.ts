// The characters of a book, as they are known at the reader's place in it.
import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'

import {
  getCharacters,
  type Character,
  type GetCharacterDetailsResponse,
  type GetCharactersData,
  type GetCharactersResponse,
} from '@/api/generated'
import {
  getCharacterDetailsOptions,
  getCharactersOptions,
  getCharactersQueryKey,
} from '@/api/generated/@tanstack/vue-query.gen'
import { usePlaces } from '@/stores/place'

import { allRows, LARGEST_PAGE } from './pages'

export type CharacterFilters = Omit<GetCharactersData['query'], 'book_id' | 'until_chunk'>

/** One page of a book's characters, with the pagination. Another page or place replaces it when it is there. */
export function useCharacters(bookId: MaybeRefOrGetter<string>, filters: MaybeRefOrGetter<CharacterFilters>) {
  const until = usePlaces().placeIn(() => toValue(bookId))
  return useQuery(
    computed(() => {
      const book_id = toValue(bookId)
      const query = { ...toValue(filters), book_id, until_chunk: until.value ?? undefined }
      return {
        ...getCharactersOptions({ query }),
        placeholderData: (shown?: GetCharactersResponse) =>
          shown?.data.every((each) => each.book_id === book_id) ? shown : undefined,
      }
    }),
  )
}

/** All characters that are known, most mentioned first. */
export function useAllCharacters(bookId: MaybeRefOrGetter<string>) {
  const until = usePlaces().placeIn(() => toValue(bookId))
  return useQuery(
    computed(() => {
      const query = { book_id: toValue(bookId), until_chunk: until.value ?? undefined }
      return {
        queryKey: [...getCharactersQueryKey({ query }), 'all'],
        queryFn: ({ signal }: { signal: AbortSignal }) => allCharacters(query, signal),
        placeholderData: (shown?: Character[]) =>
          shown?.every((each) => each.book_id === query.book_id) ? shown : undefined,
      }
    }),
  )
}

function allCharacters(query: GetCharactersData['query'], signal: AbortSignal): Promise<Character[]> {
  return allRows(async (page) => {
    const { data } = await getCharacters({ query: { ...query, page, page_size: LARGEST_PAGE }, signal, throwOnError: true })
    return data
  })
}

/** The characters by id. */
export function useCast(bookId: MaybeRefOrGetter<string>) {
  const { data } = useAllCharacters(bookId)
  return computed(() => new Map(data.value?.map((each) => [each.character_id, each])))
}

/** One character with evidence and mentions; `CHARACTER_NOT_FOUND` if not known at the reader's place. */
export function useCharacter(bookId: MaybeRefOrGetter<string>, characterId: MaybeRefOrGetter<string>) {
  const until = usePlaces().placeIn(() => toValue(bookId))
  return useQuery(
    computed(() => {
      const character_id = toValue(characterId)
      const query = { until_chunk: until.value ?? undefined }
      return {
        ...getCharacterDetailsOptions({ path: { character_id }, query }),
        select: (answer: GetCharacterDetailsResponse) => answer.data,
        placeholderData: (shown?: GetCharacterDetailsResponse) =>
          shown?.data.character_id === character_id ? shown : undefined,
      }
    }),
  )
}
