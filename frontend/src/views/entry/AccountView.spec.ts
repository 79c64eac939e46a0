import { fireEvent, screen, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'

import { useNotices } from '@/stores/notices'
import { useSession } from '@/stores/session'
import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { LIMITS, limits } from '@/testing/limits'
import { renderInApp } from '@/testing/render'

import AccountView from './AccountView.vue'
import { entryRoutes } from './routes'

const LOGIN = 'POST /api/auth/login/'
const CHANGE = 'PUT /api/auth/profile/'
const PASSWORD = 'POST /api/auth/password/change/'
const REMOVE = 'DELETE /api/auth/account/'

const user = { id: 'amina', name: 'أمينة', email: 'amina@example.com', created_at: '2026-01-31T08:00:00+00:00' }

let backEnd: BackEnd

beforeEach(() => {
  backEnd = scriptedBackEnd()
  backEnd.on(LIMITS, limits)
  backEnd.on(LOGIN, () => data({ access: 'a1', user }))
  backEnd.on(CHANGE, ({ body }) => data({ ...user, ...(body as object) }))
  backEnd.on(PASSWORD, () => data({}))
  backEnd.on(REMOVE, () => data({}))
})

async function opened() {
  const page = await renderInApp(AccountView, { routes: entryRoutes, at: '/account' })
  await useSession().logIn('amina@example.com', 'a long password')
  await screen.findByLabelText('الاسم')
  return page
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label, { selector: 'input' })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const lastAsked = () => backEnd.asked.at(-1)

test('a new name takes no password and is seen everywhere', async () => {
  await opened()
  await fireEvent.update(field('الاسم'), ' أمينة سعيد ')

  await press('احفظ')

  await expect.poll(() => useSession().user?.name).toBe('أمينة سعيد')
  expect(lastAsked()).toMatchObject({ what: CHANGE, body: { name: 'أمينة سعيد' } })
})

test('another address takes the password', async () => {
  await opened()
  await fireEvent.update(field('البريد الإلكتروني'), 'badr@example.com')
  await press('احفظ')
  expect(await screen.findByText('املأ هذا الحقل.')).toBeTruthy()

  await fireEvent.update(field('كلمة المرور'), 'a long password')
  await press('احفظ')

  await expect.poll(() => useSession().user?.email).toBe('badr@example.com')
  expect(lastAsked()?.body).toEqual({ name: 'أمينة', email: 'badr@example.com', password: 'a long password' })
})

test('a new password ends the session, and begins another', async () => {
  await opened()
  await fireEvent.update(field('كلمة المرور الحالية'), 'a long password')
  await fireEvent.update(field('كلمة المرور الجديدة'), 'another password')
  await fireEvent.update(field('كلمة المرور الجديدة مرة أخرى'), 'another password')

  await press('غيّر كلمة المرور')

  await expect.poll(() => useNotices().shown[0]?.sentence).toBe('تغيّرت كلمة المرور.')
  expect(lastAsked()).toMatchObject({ what: LOGIN, body: { email: 'amina@example.com', password: 'another password' } })
  expect(field('كلمة المرور الجديدة').value).toBe('')
})

test('who changed the password but could not be logged in again is left the login', async () => {
  const { router } = await opened()
  backEnd.on(LOGIN, () => null)
  await fireEvent.update(field('كلمة المرور الحالية'), 'a long password')
  await fireEvent.update(field('كلمة المرور الجديدة'), 'another password')
  await fireEvent.update(field('كلمة المرور الجديدة مرة أخرى'), 'another password')

  await press('غيّر كلمة المرور')

  await expect.poll(() => router.currentRoute.value.name).toBe('log-in')
  expect(useSession().isLoggedIn).toBe(false)
})

test('a wrong old password is said at its field', async () => {
  backEnd.on(PASSWORD, () => refused(403, 'WRONG_PASSWORD', { old_password: [{ en: 'Not yours.', ar: 'ليست كلمتك.' }] }))
  await opened()
  await fireEvent.update(field('كلمة المرور الحالية'), 'a wrong password')
  await fireEvent.update(field('كلمة المرور الجديدة'), 'another password')
  await fireEvent.update(field('كلمة المرور الجديدة مرة أخرى'), 'another password')

  await press('غيّر كلمة المرور')

  expect(await screen.findByText('ليست كلمتك.')).toBeTruthy()
  expect(document.activeElement).toBe(field('كلمة المرور الحالية'))
})

async function removing(address: string) {
  await opened()
  await press('حذف الحساب')
  const dialog = within(await screen.findByRole('dialog'))
  await fireEvent.update(dialog.getByLabelText('البريد الإلكتروني'), address)
  await fireEvent.update(dialog.getByLabelText('كلمة المرور', { selector: 'input' }), 'a long password')
  await press('احذف نهائيًا')
}

test('an account is deleted by its address and password, and nothing is left of it here', async () => {
  await removing('Amina@example.com')

  await expect.poll(() => useSession().isLoggedIn).toBe(false)
  expect(backEnd.asked.at(-1)).toMatchObject({ what: REMOVE, body: { password: 'a long password' } })
  expect(localStorage.getItem('session')).toBeNull()
})

test('an account is not deleted by the address of another', async () => {
  await removing('badr@example.com')

  expect(await screen.findByText('ليس هذا بريد حسابك.')).toBeTruthy()
  expect(backEnd.times(REMOVE)).toBe(0)
})
