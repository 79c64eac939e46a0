// Which books the library shows. It is all in the address, so that reload and back keep it.
import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQuery, type LocationQueryRaw } from 'vue-router'

import type { BookFilters } from '@/queries/books'

export const STATUSES = ['pending', 'processing', 'completed', 'failed'] as const
export const ORDERINGS = ['-created_at', 'created_at', 'title', '-title', 'author', '-author'] as const
/** Those that the language checker tells apart. */
export const LANGUAGES = ['ar', 'fa', 'ur', 'ps', 'ckb', 'en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'tr'] as const

const PAGE_SIZE = 24

export interface LibraryFilters {
  q: string
  status: (typeof STATUSES)[number] | null
  language: (typeof LANGUAGES)[number] | null
  ordering: (typeof ORDERINGS)[number]
  isDeleted: boolean
  page: number
}

interface Choice {
  filters: ComputedRef<LibraryFilters>
  /** As the server is asked. */
  asked: ComputedRef<BookFilters>
  /** Something is left out. */
  areNarrow: ComputedRef<boolean>
  /** Begins again at the first page, unless a page is chosen. In passing: there will be no way back to it. */
  choose: (changes: Partial<LibraryFilters>, isInPassing?: boolean) => void
  clear: () => void
}

export function useLibraryFilters(): Choice {
  const route = useRoute()
  const router = useRouter()
  const filters = computed(() => filtersIn(route.query))

  function choose(changes: Partial<LibraryFilters>, isInPassing = false): void {
    const query = queryOf({ ...filters.value, page: 1, ...changes })
    void (isInPassing ? router.replace({ query }) : router.push({ query }))
  }

  return {
    filters,
    asked: computed(() => askedBy(filters.value)),
    areNarrow: computed(() => {
      const { q, status, language } = filters.value
      return q !== '' || status !== null || language !== null
    }),
    choose,
    clear: () => { choose({ q: '', status: null, language: null }) },
  }
}

/** The address is anyone's to write: what is not right in it is left out. */
export function filtersIn(query: LocationQuery): LibraryFilters {
  const said = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const oneOf = <Value extends string>(values: readonly Value[], name: string) =>
    values.find((value) => value === said(name)) ?? null
  return {
    q: said('q').trim(),
    status: oneOf(STATUSES, 'status'),
    language: oneOf(LANGUAGES, 'language'),
    ordering: oneOf(ORDERINGS, 'ordering') ?? ORDERINGS[0],
    isDeleted: said('deleted') === 'true',
    page: /^[1-9]\d{0,5}$/.test(said('page')) ? Number(said('page')) : 1,
  }
}

/** Only what is not as usual. */
export function queryOf({ q, status, language, ordering, isDeleted, page }: LibraryFilters): LocationQueryRaw {
  return {
    q: q || undefined,
    status: status ?? undefined,
    language: language ?? undefined,
    ordering: ordering === ORDERINGS[0] ? undefined : ordering,
    deleted: isDeleted ? 'true' : undefined,
    page: page === 1 ? undefined : String(page),
  }
}

function askedBy({ isDeleted, q, ...others }: LibraryFilters): BookFilters {
  const { status, language, ordering, page } = others
  const asked = { q: q || undefined, status: status ?? undefined, language: language ?? undefined }
  return { ...asked, ordering, page, page_size: PAGE_SIZE, deleted: isDeleted || undefined }
}
