import { screen } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'

import { useLocale } from '@/stores/locale'
import { useSession } from '@/stores/session'
import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { renderInApp, type RenderOptions } from '@/testing/render'

import LogInView from './LogInView.vue'
import { entryRoutes } from './routes'

const LOGIN = 'POST /api/auth/login/'
const tokens = { access: 'a1', user: { id: 'amina', name: 'أمينة', email: 'amina@example.com', created_at: '' } }

let backEnd: BackEnd

beforeEach(() => {
  backEnd = scriptedBackEnd()
  backEnd.on(LOGIN, () => data(tokens))
})

async function filledIn(options: RenderOptions = {}) {
  const page = await renderInApp(LogInView, { routes: entryRoutes, ...options })
  await page.user.type(screen.getByLabelText('البريد الإلكتروني'), ' amina@example.com ')
  await page.user.type(screen.getByLabelText('كلمة المرور', { selector: 'input' }), 'a long password')
  return page
}

test('who fills it in is logged in', async () => {
  const { user } = await filledIn()

  await user.click(screen.getByRole('button', { name: 'سجّل الدخول' }))

  await expect.poll(() => useSession().isLoggedIn).toBe(true)
  expect(backEnd.asked[0]?.body).toMatchObject({ email: 'amina@example.com', password: 'a long password' })
})

test('what is missing is said at its field, and the first one has the focus', async () => {
  const { user } = await renderInApp(LogInView, { routes: entryRoutes })

  await user.click(screen.getByRole('button', { name: 'سجّل الدخول' }))

  expect(await screen.findAllByText('املأ هذا الحقل.')).toHaveLength(2)
  expect(document.activeElement).toBe(screen.getByLabelText('البريد الإلكتروني'))
  expect(backEnd.asked).toEqual([])
})

test('what was wrong is no longer said once it is changed', async () => {
  const { user } = await renderInApp(LogInView, { routes: entryRoutes })
  await user.click(screen.getByRole('button', { name: 'سجّل الدخول' }))

  await user.type(screen.getByLabelText('البريد الإلكتروني'), 'a')

  expect(screen.getAllByText('املأ هذا الحقل.')).toHaveLength(1)
})

test('however often it is pressed, it is sent once', async () => {
  backEnd.on(LOGIN, async () => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    return data(tokens)
  })
  const { user } = await filledIn()

  await user.type(screen.getByLabelText('كلمة المرور', { selector: 'input' }), '{Enter}{Enter}{Enter}')

  expect(screen.getByRole('button', { name: /سجّل الدخول/ }).getAttribute('aria-busy')).toBe('true')
  expect(backEnd.times(LOGIN)).toBe(1)
})

test('a refusal is said in the reader’s language, also after it changes', async () => {
  backEnd.on(LOGIN, () => refused(401, 'WRONG_CREDENTIALS'))
  const { user } = await filledIn()

  await user.click(screen.getByRole('button', { name: 'سجّل الدخول' }))
  expect(await screen.findByText('لا: WRONG_CREDENTIALS.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('كلمة المرور', { selector: 'input' }))

  useLocale().language = 'en'
  expect(await screen.findByText('No: WRONG_CREDENTIALS.')).toBeTruthy()
})

test.each([
  ['has had enough', refused(429, 'TOO_MANY_REQUESTS', { retry_after: 300 }), 'لا: TOO_MANY_REQUESTS.'],
  ['is away', null, 'تعذّر الوصول إلى الخادم. تحقق من اتصالك ثم حاول مرة أخرى.'],
  ['is ill', [502, '<html>'] as [number, unknown], 'حدث خطأ عندنا. حاول مرة أخرى بعد قليل.'],
])('a server that %s is no fault of a field', async (_, answer, sentence) => {
  backEnd.on(LOGIN, () => answer)
  const { user } = await filledIn()

  await user.click(screen.getByRole('button', { name: 'سجّل الدخول' }))

  expect(await screen.findByText(sentence)).toBeTruthy()
})

test('what the server says about a field is shown there, in the reader’s language', async () => {
  backEnd.on(LOGIN, () => refused(422, 'VALIDATION_ERROR', { email: [{ en: 'Shorter, please.', ar: 'عنوان أقصر.' }] }))
  const { user } = await filledIn()

  await user.click(screen.getByRole('button', { name: 'سجّل الدخول' }))

  expect(await screen.findByText('عنوان أقصر.')).toBeTruthy()
  expect(screen.queryByText(/Shorter/)).toBeNull()
})

test('who was logged out is told why', async () => {
  await renderInApp(LogInView, { routes: entryRoutes, prepare: () => { useSession().end('expired') } })

  expect(screen.getByRole('status').textContent).toContain('انتهت جلستك')
})

test('a password can be looked at', async () => {
  const { user } = await filledIn()
  const password = screen.getByLabelText<HTMLInputElement>('كلمة المرور', { selector: 'input' })
  expect(password.type).toBe('password')

  await user.click(screen.getByRole('button', { name: 'إظهار: كلمة المرور' }))

  expect(password.type).toBe('text')
})

test('password managers find what they look for', async () => {
  await renderInApp(LogInView, { routes: entryRoutes })

  expect(screen.getByLabelText('البريد الإلكتروني').getAttribute('autocomplete')).toBe('username')
  expect(screen.getByLabelText('كلمة المرور', { selector: 'input' }).getAttribute('autocomplete')).toBe('current-password')
})
