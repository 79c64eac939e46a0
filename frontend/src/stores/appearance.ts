// Light or dark: as the system says, until the reader chooses.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import { THEMES, type ThemeName } from '@/theme'

import { remembered } from './remembered'

function isTheme(name: unknown): name is ThemeName {
  return THEMES.includes(name as ThemeName)
}

export const useAppearance = defineStore('appearance', () => {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const systemIsDark = ref(system.matches)
  system.addEventListener('change', () => (systemIsDark.value = system.matches))

  const chosen = ref(remembered('theme', isTheme))
  const theme = computed<ThemeName>(() => chosen.value ?? (systemIsDark.value ? 'dark' : 'light'))

  function choose(name: ThemeName): void {
    chosen.value = name
    localStorage.setItem('theme', name)
  }

  return { theme, choose }
})
