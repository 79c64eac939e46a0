import { screen } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'

import { useNotices } from '@/stores/notices'
import { useSession } from '@/stores/session'
import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { LIMITS, limits } from '@/testing/limits'
import { renderInApp } from '@/testing/render'

import RegisterView from './RegisterView.vue'
import { entryRoutes } from './routes'

const REGISTER = 'POST /api/auth/register/'
const LOGIN = 'POST /api/auth/login/'
const amina = { id: 'amina', name: 'أمينة', email: 'amina@example.com', created_at: '' }

let backEnd: BackEnd

beforeEach(() => {
  backEnd = scriptedBackEnd()
  backEnd.on(LIMITS, limits)
  backEnd.on(REGISTER, () => [201, { status: 'success', en: '', ar: '', data: amina }])
  backEnd.on(LOGIN, () => data({ access: 'a1', user: amina }))
})

async function filledIn(again = 'a long password') {
  const page = await renderInApp(RegisterView, { routes: entryRoutes, at: '/register' })
  await page.user.type(screen.getByLabelText('الاسم'), ' أمينة ')
  await page.user.type(screen.getByLabelText('البريد الإلكتروني'), 'amina@example.com')
  await page.user.type(screen.getByLabelText('كلمة المرور', { selector: 'input' }), 'a long password')
  await page.user.type(screen.getByLabelText('كلمة المرور مرة أخرى', { selector: 'input' }), again)
  return page
}

const send = () => screen.getByRole('button', { name: 'أنشئ الحساب' })

test('a new account is logged in at once', async () => {
  const { user } = await filledIn()

  await user.click(send())

  await expect.poll(() => useSession().isLoggedIn).toBe(true)
  expect(backEnd.asked.find(({ what }) => what === REGISTER)?.body).toMatchObject({ name: 'أمينة', email: 'amina@example.com' })
  expect(useNotices().shown[0]?.sentence).toBe('أهلًا بك! حسابك جاهز.')
})

test('passwords that differ are not sent', async () => {
  const { user } = await filledIn('a long passwork')

  await user.click(send())

  expect(await screen.findByText('كلمتا المرور غير متطابقتين.')).toBeTruthy()
  expect(backEnd.times(REGISTER)).toBe(0)
})

test('a short password is not sent, and is counted in Arabic', async () => {
  const { user } = await renderInApp(RegisterView, { routes: entryRoutes })
  await screen.findByText('8 أحرف على الأقل.')
  await user.type(screen.getByLabelText('كلمة المرور', { selector: 'input' }), 'short')

  await user.click(send())

  expect(await screen.findByText('8 أحرف على الأقل.', { selector: '.v-messages__message' })).toBeTruthy()
  expect(backEnd.times(REGISTER)).toBe(0)
})

test('as long as nobody said how long a password must be, the server judges it', async () => {
  backEnd.on(LIMITS, () => null)
  backEnd.on(REGISTER, () => refused(422, 'VALIDATION_ERROR', { password: [{ en: 'Longer, please.', ar: 'كلمة أطول.' }] }))
  const { user } = await filledIn('a')
  await user.clear(screen.getByLabelText('كلمة المرور', { selector: 'input' }))
  await user.type(screen.getByLabelText('كلمة المرور', { selector: 'input' }), 'a')

  await user.click(send())

  expect(await screen.findByText('كلمة أطول.')).toBeTruthy()
  expect(screen.queryByText(/على الأقل/)).toBeNull()
})

test('a taken address is said at the address', async () => {
  backEnd.on(REGISTER, () => refused(409, 'EMAIL_TAKEN', { email: 'amina@example.com' }))
  const { user } = await filledIn()

  await user.click(send())

  expect(await screen.findByText('لا: EMAIL_TAKEN.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('البريد الإلكتروني'))
})

test('who has an account but could not be logged in is left the login only', async () => {
  backEnd.on(LOGIN, () => null)
  const { user, router } = await filledIn()

  await user.click(send())

  await expect.poll(() => router.currentRoute.value.name).toBe('log-in')
  expect(useNotices().shown[0]?.sentence).toBe('أهلًا بك! حسابك جاهز.')
})
