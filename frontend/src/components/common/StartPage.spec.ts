import { fireEvent, screen } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'

import { FilesMissing, usePageLoad } from '@/stores/pageLoad'
import { useSession } from '@/stores/session'
import { data, scriptedBackEnd } from '@/testing/backEnd'
import { renderInApp } from '@/testing/render'

import StartPage from './StartPage.vue'

beforeEach(() => { localStorage.setItem('session', 'amina') })

test('who comes while the server is away is told so, and is let in by the next try', async () => {
  const backEnd = scriptedBackEnd()
  backEnd.on('POST /api/auth/token/refresh/', () => null)
  await renderInApp(StartPage)
  const isBack = useSession().resume()
  expect((await screen.findByRole('alert')).textContent).toContain('تعذّر الوصول إلى الخادم.')

  const user = { id: 'amina', name: 'أمينة', email: 'amina@example.com', created_at: '' }
  backEnd.on('POST /api/auth/token/refresh/', () => data({ access: 'a1', user }))
  await fireEvent.click(screen.getByRole('button', { name: 'حاول مرة أخرى' }))

  expect(await isBack).toBe(true)
})

test('who comes while the files of the page are not there is told so', async () => {
  const reload = vi.fn()
  vi.stubGlobal('location', { ...location, reload })
  await renderInApp(StartPage)
  usePageLoad().failure = new FilesMissing()
  expect((await screen.findByRole('alert')).textContent).toContain('تعذّر تحميل هذه الصفحة.')

  await fireEvent.click(screen.getByRole('button', { name: 'حاول مرة أخرى' }))

  expect(reload).toHaveBeenCalledTimes(1)
})
