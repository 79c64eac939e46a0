import { beforeEach, expect, test, vi } from 'vitest'
import { nextTick, ref } from 'vue'

import { within } from '@/testing/within'

import { useTypedSearch } from './useTypedSearch'

beforeEach(() => { vi.useFakeTimers() })
function field(first = '') {
  const asked = ref(first)
  const ask = vi.fn((text: string) => { asked.value = text })
  const typed = within(() => useTypedSearch(() => asked.value, ask))
  async function type(text: string, pause = 0): Promise<void> {
    typed.value = text
    await nextTick()
    await vi.advanceTimersByTimeAsync(pause)
  }
  return { asked, ask, typed, type }
}

test('it is asked for once, when typing has paused', async () => {
  const { ask, type } = field()
  for (const text of ['ل', 'لي']) await type(text, 200)
  expect(ask).not.toHaveBeenCalled()

  await type('ليل', 300)

  expect(ask.mock.calls).toEqual([['ليل']])
})

test('blanks around it ask for nothing else, and stay where they are typed', async () => {
  const { ask, typed, type } = field('ليل')

  await type('ليل ', 300)

  expect(ask).not.toHaveBeenCalled()
  expect(typed.value).toBe('ليل ')
})

test('what is asked for elsewhere is in the field', async () => {
  const { asked, ask, typed } = field('ليل')

  asked.value = ''
  await nextTick()
  await vi.advanceTimersByTimeAsync(300)

  expect(typed.value).toBe('')
  expect(ask).not.toHaveBeenCalled()
})
