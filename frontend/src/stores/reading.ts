// How the reader likes a text: the size of its letters, and whether names are marked. Kept in the browser.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import { remembered } from './remembered'

/** In pixels. */
const SIZES = [16, 18, 20, 22, 25, 28, 32]
const USUAL = 3

function isStep(text: unknown): text is string {
  return SIZES.some((_, step) => String(step) === text)
}

function isSwitch(text: unknown): text is 'on' | 'off' {
  return text === 'on' || text === 'off'
}

export const useReading = defineStore('reading', () => {
  const step = ref(Number(remembered('text-size', isStep) ?? USUAL))
  const size = computed(() => SIZES[step.value])
  const isSmallest = computed(() => step.value === 0)
  const isLargest = computed(() => step.value === SIZES.length - 1)
  const showsNames = ref(remembered('text-names', isSwitch) !== 'off')

  function resize(by: 1 | -1): void {
    step.value = Math.min(Math.max(step.value + by, 0), SIZES.length - 1)
    localStorage.setItem('text-size', String(step.value))
  }

  function toggleNames(): void {
    showsNames.value = !showsNames.value
    localStorage.setItem('text-names', showsNames.value ? 'on' : 'off')
  }

  return { size, isSmallest, isLargest, showsNames, resize, toggleNames }
})
