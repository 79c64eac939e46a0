import { io, type SocketOptions } from 'socket.io-client'
import { beforeEach, expect, test, vi } from 'vitest'

import { listen } from './socket'

vi.mock('socket.io-client', () => ({ io: vi.fn() }))

type Listener = (...args: never[]) => void

/** Stands for the library's socket: refused or sent away, it is no longer active. */
function scriptedSocket() {
  const listeners = new Map<string, Listener>()
  let onAny: Listener | undefined
  const socket = {
    active: true,
    connect: vi.fn(() => { socket.active = true }),
    disconnect: vi.fn(),
    on: (event: string, listener: Listener) => void listeners.set(event, listener),
    onAny: (listener: Listener) => { onAny = listener },
    off: () => {
      listeners.clear()
      return socket
    },
    offAny: () => socket,
  }
  const comes = (event: string, payload?: object) => {
    listeners.get(event)?.(payload as never)
    if (payload) onAny?.(event as never, payload as never)
  }
  return {
    socket,
    comes,
    isRefused: () => {
      socket.active = false
      comes('connect_error')
    },
  }
}

const told = { onConnected: vi.fn(), onLost: vi.fn(), onSnapshot: vi.fn(), onNews: vi.fn() }
const access = { token: vi.fn(() => 'first'), renew: vi.fn(() => Promise.resolve('next')) }
let server: ReturnType<typeof scriptedSocket>
let leave: () => void

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  access.renew.mockImplementation(() => Promise.resolve('next'))
  server = scriptedSocket()
  vi.mocked(io).mockReturnValue(server.socket as never)
  leave = listen(access, told)
})

const soon = () => vi.advanceTimersByTimeAsync(0)

test('each connection brings the token of its time', () => {
  const { auth } = vi.mocked(io).mock.calls[0]?.[1] as { auth: (answer: (said: object) => void) => void } & SocketOptions
  const said: object[] = []

  auth((answer) => said.push(answer))
  access.token.mockReturnValueOnce('second')
  auth((answer) => said.push(answer))

  expect(said).toEqual([{ token: 'first' }, { token: 'second' }])
})

test('who is refused renews the session and comes again', async () => {
  server.isRefused()
  await soon()

  expect(access.renew).toHaveBeenCalledTimes(1)
  expect(server.socket.connect).toHaveBeenCalledTimes(1)
})

test('who is sent away, as the token has ended, renews the session and comes again', async () => {
  server.socket.active = false
  server.comes('disconnect')
  await soon()

  expect(server.socket.connect).toHaveBeenCalledTimes(1)
})

test('a break of the network is left to the library', async () => {
  server.comes('disconnect')
  server.comes('connect_error')
  await vi.advanceTimersByTimeAsync(60_000)

  expect(told.onLost).toHaveBeenCalledTimes(2)
  expect(access.renew).not.toHaveBeenCalled()
})

test('who is refused again and again comes ever more seldom', async () => {
  server.socket.connect.mockImplementation(() => { setTimeout(server.isRefused) })
  server.isRefused()

  await vi.advanceTimersByTimeAsync(10_500)
  expect(access.renew).toHaveBeenCalledTimes(5)

  await vi.advanceTimersByTimeAsync(10_000)
  expect(access.renew).toHaveBeenCalledTimes(6)
})

test('who was let in is no longer made to wait', async () => {
  server.isRefused()
  await soon()
  server.comes('snapshot', { event: 'snapshot', jobs: [] })

  server.isRefused()
  await soon()

  expect(access.renew).toHaveBeenCalledTimes(2)
})

test('a renewal that fails is tried again', async () => {
  access.renew.mockRejectedValueOnce(new Error('The network is away'))
  server.isRefused()
  await vi.advanceTimersByTimeAsync(1000)

  expect(access.renew).toHaveBeenCalledTimes(2)
  expect(server.socket.connect).toHaveBeenCalledTimes(1)
})

test('who has left does not come back with a late token', async () => {
  let renewed: (token: string) => void = () => undefined
  access.renew.mockReturnValueOnce(new Promise((resolve) => { renewed = resolve }))
  server.isRefused()
  await soon()

  leave()
  renewed('late')
  await vi.advanceTimersByTimeAsync(60_000)

  expect(server.socket.disconnect).toHaveBeenCalled()
  expect(server.socket.connect).not.toHaveBeenCalled()
})

test('who has left is told nothing', () => {
  leave()
  server.comes('connect')

  expect(told.onConnected).not.toHaveBeenCalled()
})

test('snapshots and news are told apart', () => {
  server.comes('snapshot', { event: 'snapshot', jobs: [] })
  server.comes('progress', { event: 'progress', seq: 2 })

  expect(told.onSnapshot).toHaveBeenCalledWith({ event: 'snapshot', jobs: [] })
  expect(told.onNews).toHaveBeenLastCalledWith({ event: 'progress', seq: 2 })
})
