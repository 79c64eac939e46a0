import { fireEvent, screen } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'

import { useSession } from '@/stores/session'
import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { LIMITS, limits } from '@/testing/limits'
import { renderInApp } from '@/testing/render'

import ForgottenView from './ForgottenView.vue'
import { entryRoutes } from './routes'

const RESET = 'POST /api/auth/password/reset/'
const CONFIRM = 'POST /api/auth/password/confirm/'
const tokens = { access: 'a1', user: { id: 'amina', name: 'أمينة', email: 'amina@example.com', created_at: '' } }

let backEnd: BackEnd

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  backEnd = scriptedBackEnd()
  backEnd.on(LIMITS, limits)
  backEnd.on(RESET, () => data({}))
  backEnd.on(CONFIRM, () => data({}))
  backEnd.on('POST /api/auth/login/', () => data(tokens))
})

async function askedForCode() {
  const page = await renderInApp(ForgottenView, { routes: entryRoutes, at: '/forgotten' })
  await page.user.type(screen.getByLabelText('البريد الإلكتروني'), ' amina@example.com')
  await page.user.click(screen.getByRole('button', { name: 'أرسل الرمز' }))
  await screen.findByLabelText('رمز من ستة أرقام')
  return page
}

async function typedCode(code: string) {
  const page = await askedForCode()
  await fireEvent.update(screen.getByLabelText('رمز من ستة أرقام'), code)
  await fireEvent.update(screen.getByLabelText('كلمة المرور الجديدة', { selector: 'input' }), 'a third password')
  await fireEvent.update(screen.getByLabelText('كلمة المرور الجديدة مرة أخرى', { selector: 'input' }), 'a third password')
  await page.user.click(screen.getByRole('button', { name: 'غيّر كلمة المرور' }))
  return page
}

test('what is said does not tell whether there is an account', async () => {
  await askedForCode()

  expect(backEnd.asked[0]?.body).toEqual({ email: 'amina@example.com' })
  expect(screen.getByText(/إن كان هناك حساب/).textContent).toContain('amina@example.com')
})

test('the code and a new password log in', async () => {
  await typedCode('١٢٣ ٤٥٦')

  await expect.poll(() => useSession().isLoggedIn).toBe(true)
  expect(backEnd.asked.find(({ what }) => what === CONFIRM)?.body).toMatchObject({ code: '١٢٣٤٥٦', email: 'amina@example.com' })
})

test('a code that is not good is said at the code', async () => {
  backEnd.on(CONFIRM, () => refused(403, 'WRONG_RESET_CODE'))
  await typedCode('123456')

  expect(await screen.findByText('لا: WRONG_RESET_CODE.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('رمز من ستة أرقام'))
})

test('another code can be asked for after a minute', async () => {
  const { user } = await askedForCode()
  expect(screen.getByRole('button', { name: 'رمز آخر بعد 60 ثانية' })).toHaveProperty('disabled', true)

  await vi.advanceTimersByTimeAsync(57_000)
  expect(screen.getByRole('button', { name: 'رمز آخر بعد 3 ثوانٍ' })).toBeTruthy()
  await vi.advanceTimersByTimeAsync(3_000)
  await user.click(screen.getByRole('button', { name: 'أرسل رمزًا آخر' }))

  expect(backEnd.times(RESET)).toBe(2)
  expect(await screen.findByRole('button', { name: 'رمز آخر بعد 60 ثانية' })).toBeTruthy()
})

test('who mistyped the address goes back to it', async () => {
  const { user } = await askedForCode()

  await user.click(screen.getByRole('button', { name: 'بريد آخر' }))

  expect(screen.getByLabelText<HTMLInputElement>('البريد الإلكتروني').value).toBe('amina@example.com')
})

test('who asks too often is told when to ask again', async () => {
  backEnd.on(RESET, () => refused(429, 'TOO_MANY_REQUESTS', { retry_after: 300, limit: 'password_resets' }))
  const { user } = await renderInApp(ForgottenView, { routes: entryRoutes })
  await user.type(screen.getByLabelText('البريد الإلكتروني'), 'amina@example.com')

  await user.click(screen.getByRole('button', { name: 'أرسل الرمز' }))

  expect(await screen.findByText('لا: TOO_MANY_REQUESTS.')).toBeTruthy()
})
