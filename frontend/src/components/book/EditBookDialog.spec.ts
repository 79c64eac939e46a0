import userEvent from '@testing-library/user-event'
import { fireEvent, screen } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'

import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { bookInLibrary } from '@/testing/library'
import { show } from '@/testing/show'

import EditBookDialog from './EditBookDialog.vue'

const PUT = 'PUT /api/books/layla/'
const close = vi.fn()

let backEnd: BackEnd

beforeEach(async () => {
  close.mockReset()
  backEnd = scriptedBackEnd()
  backEnd.on('GET /api/books/layla/', () => data({ ...bookInLibrary(), description: 'رواية قصيرة' }))
  backEnd.on(PUT, () => data({ ...bookInLibrary(), description: '' }))
  await show(EditBookDialog, { book: bookInLibrary(), modelValue: true, 'onUpdate:modelValue': close })
  await vi.waitFor(() => { expect(screen.getByLabelText<HTMLInputElement>('العنوان').value).toBe('ليالي الساحل') })
})

const save = () => userEvent.click(screen.getByRole('button', { name: 'احفظ' }))
const sent = () => backEnd.asked.find(({ what }) => what === PUT)?.body

test('only what was changed is sent', async () => {
  await fireEvent.update(screen.getByLabelText('العنوان'), ' ليالي الشتاء ')
  await save()

  expect(sent()).toEqual({ title: 'ليالي الشتاء' })
  expect(close).toHaveBeenCalledWith(false)
})

test('what is left empty is found anew', async () => {
  await fireEvent.update(screen.getByLabelText('المؤلف'), '')
  await fireEvent.update(screen.getByLabelText('الوصف'), ' ')
  await save()

  expect(sent()).toEqual({ author: null, description: null })
})

test('a refusal is said, and what was typed stays', async () => {
  backEnd.on(PUT, () => refused(422, 'VALIDATION_ERROR'))
  await fireEvent.update(screen.getByLabelText('الوصف'), 'رواية قصيرة جدًّا')
  await save()

  expect(await screen.findByText('لا: VALIDATION_ERROR.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('الوصف').value).toBe('رواية قصيرة جدًّا')
  expect(close).not.toHaveBeenCalled()
})
