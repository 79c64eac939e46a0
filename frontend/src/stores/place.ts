// How far the reader has read each book: up to which chunk it may be shown. Kept in the browser.
import { defineStore } from 'pinia'
import { computed, ref, watch, type WritableComputedRef } from 'vue'

type Places = Record<string, number>

function keptPlaces(): Places {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem('places') ?? '{}')
    const places = Object.entries(kept ?? {}).filter(([, chunk]) => Number.isInteger(chunk) && chunk > 0)
    return Object.fromEntries(places) as Places
  } catch {
    return {}
  }
}

export const usePlaces = defineStore('places', () => {
  const places = ref(keptPlaces())
  watch(places, (all) => { localStorage.setItem('places', JSON.stringify(all)) })
  // All places are kept together: what another tab has kept meanwhile would be lost.
  addEventListener('storage', ({ key }) => { if (key === 'places') places.value = keptPlaces() })

  /** The last chunk that may be shown of a book; null shows the whole book. */
  function placeIn(bookId: () => string): WritableComputedRef<number | null> {
    return computed({
      get: () => places.value[bookId()] ?? null,
      set: (chunk) => {
        const others = Object.entries(places.value).filter(([id]) => id !== bookId())
        places.value = Object.fromEntries(chunk === null ? others : [...others, [bookId(), chunk]])
      },
    })
  }

  return { placeIn }
})
