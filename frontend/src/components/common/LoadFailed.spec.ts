import { fireEvent, screen } from '@testing-library/vue'
import { createPinia, setActivePinia } from 'pinia'
import { expect, test, vi } from 'vitest'

import { getBookDetails } from '@/api/generated'
import { refused, scriptedBackEnd, type Answer } from '@/testing/backEnd'
import { renderInApp } from '@/testing/render'

import LoadFailed from './LoadFailed.vue'

async function failedBy(answer: Answer | null): Promise<unknown> {
  setActivePinia(createPinia())
  scriptedBackEnd().on('GET /api/books/1/', () => answer)
  return getBookDetails({ path: { book_id: '1' }, throwOnError: true }).catch((error: unknown) => error)
}

test.each([
  [refused(404, 'BOOK_NOT_FOUND'), 'لا: BOOK_NOT_FOUND.'],
  [null, 'تعذّر الوصول إلى الخادم. تحقق من اتصالك ثم حاول مرة أخرى.'],
  [[502, '<html>'] as Answer, 'حدث خطأ عندنا. حاول مرة أخرى بعد قليل.'],
])('of %j is said: %s', async (answer, sentence) => {
  await renderInApp(LoadFailed, { props: { error: await failedBy(answer) } })

  expect(screen.getByRole('alert').textContent).toBe(sentence)
})

test.each([
  [refused(404, 'BOOK_NOT_FOUND'), 0],
  [refused(409, 'BEING_READ'), 1],
  [[502, '<html>'] as Answer, 1],
])('what was refused for good is not tried again: %j', async (answer, buttons) => {
  await renderInApp(LoadFailed, { props: { error: await failedBy(answer) } })

  expect(screen.queryAllByRole('button')).toHaveLength(buttons)
})

test('it can be tried again', async () => {
  const onRetry = vi.fn()
  await renderInApp(LoadFailed, { props: { error: null, onRetry } })

  await fireEvent.click(screen.getByRole('button', { name: 'حاول مرة أخرى' }))

  expect(onRetry).toHaveBeenCalledTimes(1)
})
