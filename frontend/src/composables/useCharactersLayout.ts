// Whether a book's characters are shown as cards or in a table; kept in the browser.
import { ref, watch } from 'vue'

import { remembered } from '@/stores/remembered'

export const LAYOUTS = ['cards', 'table'] as const
export type Layout = (typeof LAYOUTS)[number]

function isLayout(name: unknown): name is Layout {
  return LAYOUTS.includes(name as Layout)
}

export function useCharactersLayout() {
  const layout = ref<Layout>(remembered('characters-layout', isLayout) ?? 'cards')
  watch(layout, (chosen) => { localStorage.setItem('characters-layout', chosen) })
  return layout
}
