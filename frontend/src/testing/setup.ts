// What jsdom lacks and Vuetify asks for. Each test begins with an empty page and a browser that remembers nothing.
import { cleanup } from '@testing-library/vue'
import { disposePinia, getActivePinia } from 'pinia'
import { afterEach, vi } from 'vitest'

const nothing = () => undefined
const Observer = vi.fn(function () {
  return { observe: nothing, unobserve: nothing, disconnect: nothing }
})

vi.stubGlobal('ResizeObserver', Observer)
vi.stubGlobal('IntersectionObserver', Observer)
vi.stubGlobal('visualViewport', new EventTarget())

/** Of a query for a width; no other matches. */
function leastWidthIn(query: string): number {
  return Number(/^\(min-width: ([\d.]+)px\)$/.exec(query)?.[1] ?? Infinity)
}

vi.stubGlobal('matchMedia', (query: string) =>
  Object.assign(new EventTarget(), { matches: innerWidth >= leastWidthIn(query), media: query }),
)

afterEach(() => {
  vi.useRealTimers()
  cleanup()
  const stores = getActivePinia()
  if (stores) disposePinia(stores)
  localStorage.clear()
  sessionStorage.clear()
})
