// Which characters a list shows, in which order: kept in the address, so that it can be shared and gone back to.
import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'

import type { CharacterFilters } from '@/queries/characters'
import { ROLES } from '@/theme/relationships'

export const ORDERINGS = ['-mention_count', 'mention_count', 'name', '-name', '-confidence', 'confidence'] as const
export type Ordering = (typeof ORDERINGS)[number]

const PAGE_SIZE = 24
const LONGEST_SEARCH = 200

export function useCharacterFilters() {
  const route = useRoute()
  const router = useRouter()

  function asked(name: string): string {
    const value = route.query[name]
    return typeof value === 'string' ? value : ''
  }

  /** What is empty leaves the address; a new search makes no way back to each of its letters. */
  function ask(changes: LocationQueryRaw): void {
    const asked = Object.entries({ ...route.query, ...changes }).filter(([, value]) => value)
    const query = Object.fromEntries(asked)
    void ('q' in changes ? router.replace({ query }) : router.push({ query }))
  }

  const role = computed({
    get: () => ROLES.find((each) => each === asked('role')) ?? null,
    set: (chosen) => { ask({ role: chosen, page: null }) },
  })
  const q = computed({
    get: () => asked('q').slice(0, LONGEST_SEARCH),
    set: (typed) => { ask({ q: typed.trim().slice(0, LONGEST_SEARCH), page: null }) },
  })
  const ordering = computed<Ordering>({
    get: () => ORDERINGS.find((each) => each === asked('ordering')) ?? '-mention_count',
    set: (chosen) => { ask({ ordering: chosen === '-mention_count' ? null : chosen, page: null }) },
  })
  const page = computed({
    get: () => (/^[1-9]\d{0,5}$/.test(asked('page')) ? Number(asked('page')) : 1),
    set: (chosen) => { ask({ page: chosen > 1 ? String(chosen) : null }) },
  })

  const filters = computed<CharacterFilters>(() => ({
    page: page.value,
    page_size: PAGE_SIZE,
    role: role.value ?? undefined,
    q: q.value || undefined,
    ordering: ordering.value,
  }))
  const isNarrowed = computed(() => role.value !== null || q.value !== '')

  function showAll(): void {
    ask({ q: null, role: null, page: null })
  }

  return { role, q, ordering, page, filters, isNarrowed, showAll }
}
