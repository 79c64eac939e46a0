import { fireEvent, screen } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'

import { useNotices } from '@/stores/notices'
import { useSession } from '@/stores/session'
import { data, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'
import { renderInApp } from '@/testing/render'
import { entryRoutes } from '@/views/entry/routes'

import AppShell from './AppShell.vue'

const amina = { id: 'amina', name: 'أمينة', email: 'amina@example.com', created_at: '' }

let backEnd: BackEnd

beforeEach(() => {
  backEnd = scriptedBackEnd()
  backEnd.on('POST /api/auth/login/', () => data({ access: 'a1', user: amina }))
})

async function opened() {
  const page = await renderInApp(AppShell, { routes: entryRoutes })
  await useSession().logIn('amina@example.com', 'a long password')
  return page
}

test('a guest finds the way in, and no account', async () => {
  await renderInApp(AppShell, { routes: entryRoutes })

  expect(screen.getByRole('link', { name: 'تسجيل الدخول' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /حساب/ })).toBeNull()
})

test('the menu says whose account it is and logs out', async () => {
  backEnd.on('POST /api/auth/logout/', () => data({}))
  await opened()

  await fireEvent.click(await screen.findByRole('button', { name: 'حساب أمينة' }))
  expect(await screen.findByText('amina@example.com')).toBeTruthy()
  await fireEvent.click(screen.getByRole('button', { name: 'تسجيل الخروج' }))

  await expect.poll(() => useSession().isLoggedIn).toBe(false)
})

test('a logout that failed is said', async () => {
  backEnd.on('POST /api/auth/logout/', () => null)
  await opened()

  await fireEvent.click(await screen.findByRole('button', { name: 'حساب أمينة' }))
  await fireEvent.click(await screen.findByRole('button', { name: 'تسجيل الخروج' }))

  await expect.poll(() => useNotices().shown).toHaveLength(1)
  expect(useSession().isLoggedIn).toBe(true)
})

test('one press changes the language and the direction', async () => {
  await renderInApp(AppShell, { routes: entryRoutes })

  await fireEvent.click(screen.getByRole('button', { name: 'English' }))

  expect(document.documentElement).toMatchObject({ lang: 'en', dir: 'ltr' })
  expect(await screen.findByRole('button', { name: 'العربية' })).toBeTruthy()
})

test('one press changes the theme, and says what the next will do', async () => {
  await renderInApp(AppShell, { routes: entryRoutes })

  await fireEvent.click(screen.getByRole('button', { name: 'المظهر الداكن' }))

  expect(await screen.findByRole('button', { name: 'المظهر الفاتح' })).toBeTruthy()
})

test('the skip link leads over the bar', async () => {
  await renderInApp(AppShell, { routes: entryRoutes })

  await fireEvent.click(screen.getByRole('link', { name: 'انتقل إلى المحتوى' }))

  expect(document.activeElement).toBe(screen.getByRole('main'))
})
