import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'

import { useAppearance } from './appearance'

const system = Object.assign(new EventTarget(), { matches: false })

function become(dark: boolean): void {
  system.matches = dark
  system.dispatchEvent(new Event('change'))
}

beforeEach(() => {
  system.matches = false
  vi.stubGlobal('matchMedia', () => system)
  setActivePinia(createPinia())
})

test('it is as light or dark as the system, and goes with it', () => {
  const appearance = useAppearance()
  expect(appearance.theme).toBe('light')

  become(true)

  expect(appearance.theme).toBe('dark')
})

test('what the reader chooses holds, also after a reload', () => {
  useAppearance().choose('light')
  become(true)
  expect(useAppearance().theme).toBe('light')

  setActivePinia(createPinia())

  expect(useAppearance().theme).toBe('light')
})

test('what is kept of another theme is no choice', () => {
  localStorage.setItem('theme', 'sepia')

  expect(useAppearance().theme).toBe('light')
})
