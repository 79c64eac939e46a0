import { fireEvent, screen } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'
import { nextTick } from 'vue'

import { useNotices } from '@/stores/notices'
import { renderInApp } from '@/testing/render'

import NoticeBoard from './NoticeBoard.vue'

beforeEach(() => { vi.useFakeTimers() })
async function saying(sentence: string, undo?: () => void) {
  await renderInApp(NoticeBoard)
  useNotices().say(sentence, { action: undo ? { label: 'تراجع', run: undo } : null })
  await nextTick()
}

test('a notice is read out, and goes by itself', async () => {
  await saying('حُذف الكتاب.')
  expect(screen.getByRole('status').textContent).toContain('حُذف الكتاب.')

  await vi.advanceTimersByTimeAsync(5_000)

  expect(screen.getByRole('status').textContent).toBe('')
})

test('what was said can be undone, once', async () => {
  const undo = vi.fn()
  await saying('حُذف الكتاب.', undo)

  await fireEvent.click(screen.getByRole('button', { name: 'تراجع' }))

  expect(undo).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('button', { name: 'تراجع' })).toBeNull()
})

test('what can be undone stays longer, and as long as someone is at it', async () => {
  await saying('حُذف الكتاب.', () => undefined)
  await vi.advanceTimersByTimeAsync(9_000)

  await fireEvent.focusIn(screen.getByRole('button', { name: 'تراجع' }))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(screen.getByText('حُذف الكتاب.')).toBeTruthy()

  await fireEvent.focusOut(screen.getByRole('button', { name: 'تراجع' }))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(screen.queryByText('حُذف الكتاب.')).toBeNull()
})

test('of many notices the oldest goes', async () => {
  await renderInApp(NoticeBoard)

  for (const title of ['ليلى', 'قيس', 'جميل', 'بثينة']) useNotices().say(title)
  await nextTick()

  expect(screen.queryByText('ليلى')).toBeNull()
  expect(screen.getByText('بثينة')).toBeTruthy()
})
