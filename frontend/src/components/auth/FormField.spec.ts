import { screen } from '@testing-library/vue'
import { expect, test, vi } from 'vitest'

import { renderInApp } from '@/testing/render'

import FormField from './FormField.vue'

test('who writes begins in the first field, and is not brought back to it', async () => {
  vi.useFakeTimers()
  // Rendering for a test moves the page once more, where the focus is lost: so it is listened to.
  const focus = vi.spyOn(HTMLElement.prototype, 'focus')

  await renderInApp(FormField, { props: { modelValue: '', problem: undefined, isFirst: true, label: 'الاسم' } })
  expect(focus.mock.contexts).toEqual([screen.getByLabelText('الاسم')])
  await vi.advanceTimersByTimeAsync(1000)

  expect(focus).toHaveBeenCalledTimes(1)
})
