import userEvent from '@testing-library/user-event'
import { screen } from '@testing-library/vue'
import { AxiosError, type AxiosResponse } from 'axios'
import { expect, test } from 'vitest'

import { useLocale } from '@/stores/locale'
import { show } from '@/testing/show'

import RefusalAlert from './RefusalAlert.vue'

const REFUSAL = { status: 'error', en: 'You have no such book.', ar: 'ليس لديك كتاب كهذا.', error_code: 'BOOK_NOT_FOUND' }

function answered(status: number, data: unknown): AxiosError {
  return new AxiosError('', '', undefined, null, { status, data } as AxiosResponse)
}

test("a refusal is told in the reader's language", async () => {
  await show(RefusalAlert, { error: answered(404, REFUSAL) })
  expect(screen.getByRole('alert').textContent).toContain(REFUSAL.ar)

  useLocale().language = 'en'
  expect(await screen.findByText(REFUSAL.en)).toBeTruthy()
})

test('what was refused for good is not tried again', async () => {
  await show(RefusalAlert, { error: answered(404, REFUSAL) })

  expect(screen.queryByRole('button')).toBeNull()
})

test('a server that does not answer can be asked again', async () => {
  const { emitted } = await show(RefusalAlert, { error: new AxiosError('Network Error', AxiosError.ERR_NETWORK) })

  expect(screen.getByRole('alert').textContent).toContain('الخادم')
  await userEvent.click(screen.getByRole('button', { name: /أ/ }))

  expect(emitted('again')).toHaveLength(1)
})
