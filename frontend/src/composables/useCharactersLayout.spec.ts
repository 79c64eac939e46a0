import { nextTick } from 'vue'
import { expect, test } from 'vitest'

import { within } from '@/testing/within'

import { useCharactersLayout } from './useCharactersLayout'

test('a layout that was chosen is kept', async () => {
  within(useCharactersLayout).value = 'table'
  await nextTick()

  expect(within(useCharactersLayout).value).toBe('table')
})

test('characters are shown as cards unless another layout is kept', () => {
  localStorage.setItem('characters-layout', 'carousel')

  expect(within(useCharactersLayout).value).toBe('cards')
})
