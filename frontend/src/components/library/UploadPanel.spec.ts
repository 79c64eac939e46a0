import userEvent from '@testing-library/user-event'
import { screen, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'

import { getLimitsQueryKey } from '@/api/generated/@tanstack/vue-query.gen'
import { queryClient } from '@/queries/client'
import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { pageOf } from '@/testing/library'
import { LIMITS, limits } from '@/testing/limits'
import { show } from '@/testing/show'
import { useUploads } from '@/stores/uploads'

import UploadPanel from './UploadPanel.vue'

const POST = 'POST /api/books/'

let backEnd: BackEnd

beforeEach(async () => {
  backEnd = scriptedBackEnd()
  backEnd.on(LIMITS, limits)
  backEnd.on('GET /api/books/', () => pageOf([]))
  await show(UploadPanel, {})
})

async function choose(...names: string[]): Promise<void> {
  const content = new Uint8Array([0x50, 0x4b, 0x03, 0x04])
  await useUploads().choose(names.map((name) => new File([content], name)))
}

const send = () => userEvent.click(screen.getByRole('button', { name: /^ارفع/ }))
const row = async (name: string) => within((await screen.findByText(name)).closest('li') ?? document.body)

test('there is nothing to see before a file is chosen', () => {
  expect(screen.queryByRole('list')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})

test('files are listed before they are sent, and can be left out', async () => {
  await choose('زينب.epub', 'سارة.epub')

  expect(await screen.findByRole('button', { name: 'ارفع الكتابين' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'أزل سارة.epub' }))

  expect(screen.getByRole('button', { name: 'ارفع الكتاب' })).toBeTruthy()
  expect(backEnd.times(POST)).toBe(0)
})

test('a file that is no EPUB says so, and is not offered to be sent', async () => {
  await choose('رواية.docx')

  expect((await row('رواية.docx')).getByText(/ليس كتابًا بصيغة EPUB/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^ارفع/ })).toBeNull()
})

test('a file that is too large is told the limit of this installation', async () => {
  queryClient.setQueryData(getLimitsQueryKey(), limits()[1])
  const file = new File([new Uint8Array([0x50, 0x4b, 0x03, 0x04])], 'مصوّر.epub')
  await useUploads().choose([Object.defineProperty(file, 'size', { value: 51 * 1024 ** 2 })])

  expect(await (await row('مصوّر.epub')).findByText(/يتجاوز 50 م/)).toBeTruthy()
})

test('the file of a book that is there leads to it', async () => {
  backEnd.on(POST, () => refused(409, 'BOOK_EXISTS', { book_id: 'layla' }))
  await choose('زينب.epub')
  await send()

  const file = await row('زينب.epub')
  expect(await file.findByText('لا: BOOK_EXISTS.')).toBeTruthy()
  expect(file.getByRole('link', { name: 'افتح الكتاب' }).getAttribute('href')).toBe('/books/layla')
  expect(file.queryByRole('button', { name: 'حاول مرة أخرى' })).toBeNull()
})

test('without a connection one file can be sent again', async () => {
  backEnd.on(POST, () => null)
  await choose('زينب.epub')
  await send()
  const file = await row('زينب.epub')
  expect(await file.findByText('انقطع الاتصال قبل وصول الملف.')).toBeTruthy()

  backEnd.on(POST, () => data({ book_id: 'layla' }))
  await userEvent.click(file.getByRole('button', { name: 'حاول مرة أخرى' }))

  expect(await file.findByText('اكتمل رفعه')).toBeTruthy()
  expect(screen.getByText(/اكتمل رفع .*زينب/).getAttribute('role')).toBe('status')
})

test('who has to wait is told why and until when', async () => {
  backEnd.on(POST, () => refused(429, 'TOO_MANY_REQUESTS', { retry_after: 600 }))
  await choose('زينب.epub')
  await send()

  expect((await row('زينب.epub')).getByText('لا: TOO_MANY_REQUESTS.')).toBeTruthy()
  expect(screen.getByText(/يُستأنف رفع الباقي تلقائيًا الساعة/)).toBeTruthy()
})
