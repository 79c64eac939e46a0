import { nextTick } from 'vue'
import type { QueryClient } from '@tanstack/vue-query'
import type { Router } from 'vue-router'
import { beforeEach, expect, test, vi } from 'vitest'

import { listen, type Told } from '@/api/socket'
import { useConnection } from '@/stores/connection'
import { useNotices } from '@/stores/notices'
import { useSession } from '@/stores/session'
import { show } from '@/testing/show'

import { useNotifications } from './useNotifications'

vi.mock('@/api/socket', () => ({ listen: vi.fn() }))

const leave = vi.fn()
const shell = { setup: () => { useNotifications() }, render: () => null }

let client: QueryClient
let router: Router
let refresh = vi.fn()

beforeEach(async () => {
  vi.mocked(listen).mockReset().mockReturnValue(leave)
  leave.mockReset()
  ;({ queryClient: client, router } = await show(shell, {}))
  refresh = vi.spyOn(client, 'invalidateQueries')
})

async function beLoggedIn(id: string | null): Promise<void> {
  useSession().user = id === null ? null : { id, name: 'أمينة', email: 'amina@example.com' } as never
  await nextTick()
}

const told = () => vi.mocked(listen).mock.lastCall?.[1] as Told

test('there is one connection, from log in to log out', async () => {
  expect(listen).not.toHaveBeenCalled()

  await beLoggedIn('amina')
  expect(listen).toHaveBeenCalledTimes(1)

  await beLoggedIn(null)
  expect(leave).toHaveBeenCalledTimes(1)
})

test('another reader has a connection of their own', async () => {
  await beLoggedIn('amina')
  await beLoggedIn('badr')

  expect(leave).toHaveBeenCalledTimes(1)
  expect(listen).toHaveBeenCalledTimes(2)
})

test('after a break all is asked for again, the first time nothing', async () => {
  await beLoggedIn('amina')
  told().onConnected()
  expect(refresh).not.toHaveBeenCalled()

  told().onLost()
  expect(useConnection().isSocketLost).toBe(true)
  told().onConnected()
  expect(useConnection().isSocketLost).toBe(false)
  expect(refresh).toHaveBeenCalledTimes(1)
})

test('who logs out while the connection is lost is not told so any more', async () => {
  await beLoggedIn('amina')
  told().onLost()

  await beLoggedIn(null)

  expect(useConnection().isSocketLost).toBe(false)
})

test('a book that is read is said, and leads there', async () => {
  await beLoggedIn('amina')
  const news = { event: 'processing_completed', job_id: 'j', book_id: 'layla', status: 'completed', seq: 9 } as never

  told().onNews(news)

  const [notice] = useNotices().shown
  expect(notice?.sentence).toContain('تمّت قراءة')
  await notice?.action?.run()
  expect(router.currentRoute.value.fullPath).toBe('/books/layla')
})
