import { screen } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { show } from '@/testing/show'

import CharacterFilters from './CharacterFilters.vue'

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})

test('a search is asked for when typing pauses', async () => {
  const user = userEvent.setup({ advanceTimers: (milliseconds) => vi.advanceTimersByTime(milliseconds) })
  const { emitted } = await show(CharacterFilters, { q: '', role: null, ordering: 'name', layout: 'cards' })

  await user.type(screen.getByRole('searchbox'), 'سعاد')
  expect(emitted('update:q')).toBeUndefined()

  await vi.advanceTimersByTimeAsync(400)
  expect(emitted('update:q')).toEqual([['سعاد']])
})

test('another layout is chosen with a button', async () => {
  const user = userEvent.setup({ advanceTimers: (milliseconds) => vi.advanceTimersByTime(milliseconds) })
  const { emitted } = await show(CharacterFilters, { q: '', role: null, ordering: 'name', layout: 'cards' })

  await user.click(screen.getByTitle('جدول'))

  expect(emitted('update:layout')).toEqual([['table']])
})

test('a search from elsewhere is shown', async () => {
  const { rerender } = await show(CharacterFilters, { q: 'سعاد', role: null, ordering: 'name', layout: 'cards' })

  await rerender({ q: '' })

  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('')
})
