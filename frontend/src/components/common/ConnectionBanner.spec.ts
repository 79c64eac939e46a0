import { screen } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'

import { useConnection } from '@/stores/connection'
import { usePause } from '@/stores/pause'
import { renderInApp } from '@/testing/render'

import ConnectionBanner from './ConnectionBanner.vue'

beforeEach(() => { vi.useFakeTimers() })
const said = () => screen.getByRole('status').textContent?.trim()

test('who is offline is told at once, and until it is over', async () => {
  await renderInApp(ConnectionBanner)

  dispatchEvent(new Event('offline'))
  await vi.advanceTimersByTimeAsync(0)
  expect(said()).toBe('لا اتصال بالإنترنت. قد لا يكون ما تراه محدَّثًا.')

  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(0)
  expect(said()).toBe('')
})

test('a socket that is back in a moment is not worth a word', async () => {
  await renderInApp(ConnectionBanner)
  const connection = useConnection()

  connection.isSocketLost = true
  await vi.advanceTimersByTimeAsync(1_500)
  connection.isSocketLost = false
  await vi.advanceTimersByTimeAsync(5_000)
  expect(said()).toBe('')

  connection.isSocketLost = true
  await vi.advanceTimersByTimeAsync(2_000)
  expect(said()).toBe('جارٍ استئناف الاتصال…')
})

test('who has asked too much is told when the page goes on', async () => {
  vi.setSystemTime('2026-01-31T08:00:00')
  await renderInApp(ConnectionBanner)

  usePause().begin('/api/', 600)
  await vi.advanceTimersByTimeAsync(0)
  expect(said()).toMatch(/كثرت الطلبات.*8:10/)

  await vi.advanceTimersByTimeAsync(600_000)
  expect(said()).toBe('')
})
