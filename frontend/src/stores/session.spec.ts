import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'

import { getBooks, putProfile } from '@/api/generated'
import { data, refused, scriptedBackEnd, type BackEnd } from '@/testing/backEnd'

import { useSession } from './session'

const LOGIN = 'POST /api/auth/login/'
const REFRESH = 'POST /api/auth/token/refresh/'
const LOGOUT = 'POST /api/auth/logout/'
const BOOKS = 'GET /api/books/'

const amina = { id: 'amina', name: 'أمينة', email: 'amina@example.com', created_at: '2026-01-31T08:00:00+00:00' }
const badr = { ...amina, id: 'badr', name: 'بدر' }

let backEnd: BackEnd

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  document.cookie = 'csrf_refresh_token=c1'
  setActivePinia(createPinia())
  backEnd = scriptedBackEnd()
  backEnd.on(LOGIN, () => data({ access: 'a1', user: amina }))
  backEnd.on(REFRESH, () => data({ access: 'a2', user: amina }))
  backEnd.on(LOGOUT, () => data({}))
  backEnd.on(BOOKS, ({ token }) => (token === 'a2' ? data([]) : refused(401, 'TOKEN_EXPIRED')))
})

const askForBooks = () => getBooks({ throwOnError: true })

function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}

async function loggedIn() {
  const session = useSession()
  await session.logIn('amina@example.com', 'a long password')
  return session
}

test('a login asks for the cookie and keeps the access token in memory only', async () => {
  const session = await loggedIn()

  expect(backEnd.asked[0]?.body).toMatchObject({ email: 'amina@example.com', session: 'cookie' })
  expect(session.user?.name).toBe('أمينة')
  expect(session.token).toBe('a1')
  expect(Object.values({ ...localStorage })).toEqual(['amina'])
})

test('a wrong password does not ask for a refresh', async () => {
  backEnd.on(LOGIN, () => refused(401, 'WRONG_CREDENTIALS'))

  await expect(loggedIn()).rejects.toMatchObject({ status: 401 })

  expect(backEnd.times(REFRESH)).toBe(0)
  expect(useSession().isLoggedIn).toBe(false)
})

test('ten requests that are refused at once make one refresh', async () => {
  await loggedIn()

  await Promise.all(Array.from({ length: 10 }, askForBooks))

  expect(backEnd.times(REFRESH)).toBe(1)
  expect(backEnd.times(BOOKS)).toBe(20)
})

test('a refresh sends the CSRF cookie and no access token', async () => {
  await loggedIn()

  await askForBooks()

  expect(backEnd.asked.find(({ what }) => what === REFRESH)).toMatchObject({ csrf: 'c1', token: null })
})

test('a refresh goes on when the page is left: the new cookie must come', async () => {
  const session = await loggedIn()

  await session.renew()

  expect(backEnd.asked.at(-1)).toMatchObject({ what: REFRESH, isKeptAlive: true })
})

test('a request refused for an old token only repeats with the newer one', async () => {
  const session = await loggedIn()
  const late = gate()
  backEnd.on(BOOKS, async ({ token }) => {
    if (token === 'a2') return data([])
    await late.opened
    return refused(401, 'TOKEN_EXPIRED')
  })
  const books = askForBooks()
  await session.renew()

  late.open()
  await books

  expect(backEnd.times(REFRESH)).toBe(1)
})

test('a repeated request sends its body again, as it was', async () => {
  await loggedIn()
  backEnd.on('PUT /api/auth/profile/', ({ token }) => (token === 'a2' ? data({}) : refused(401, 'TOKEN_EXPIRED')))

  await putProfile({ body: { name: 'أمينة سعيد' }, throwOnError: true })

  expect(backEnd.asked.at(-1)?.body).toEqual({ name: 'أمينة سعيد' })
})

test('a request whose new token is refused, too, is not repeated for ever', async () => {
  await loggedIn()
  backEnd.on(BOOKS, () => refused(401, 'WRONG_TOKEN'))

  await expect(askForBooks()).rejects.toMatchObject({ status: 401 })

  expect(backEnd.times(REFRESH)).toBe(1)
})

test('a refusal of another kind asks for no refresh', async () => {
  await loggedIn()
  backEnd.on(BOOKS, () => refused(422, 'VALIDATION_ERROR'))

  await expect(askForBooks()).rejects.toMatchObject({ status: 422 })

  expect(backEnd.times(REFRESH)).toBe(0)
})

test('a refresh that came second goes on with the cookie of the first', async () => {
  const session = await loggedIn()
  backEnd.on(REFRESH, ({ csrf }) => {
    document.cookie = 'csrf_refresh_token=c2'
    return csrf === 'c1' ? refused(409, 'REFRESHED_ALREADY') : data({ access: 'a3', user: amina })
  })

  const token = session.renew()
  await vi.runAllTimersAsync()

  expect(await token).toBe('a3')
})

test('a cookie that changed between reading and sending is read again', async () => {
  const session = await loggedIn()
  backEnd.on(REFRESH, ({ csrf }) => {
    document.cookie = 'csrf_refresh_token=c2'
    return csrf === 'c1' ? refused(401, 'NOT_LOGGED_IN') : data({ access: 'a3', user: amina })
  })

  const token = session.renew()
  await vi.runAllTimersAsync()

  expect(await token).toBe('a3')
})

test('a refresh that always comes second gives up and leaves the session', async () => {
  const session = await loggedIn()
  backEnd.on(REFRESH, () => refused(409, 'REFRESHED_ALREADY'))

  const refusal = expect(session.renew()).rejects.toMatchObject({ status: 409 })
  await vi.runAllTimersAsync()
  await refusal

  expect(backEnd.times(REFRESH)).toBe(5)
  expect(session.isLoggedIn).toBe(true)
})

test.each([
  ['is away', null],
  ['is ill', refused(500, 'INTERNAL_ERROR')],
  ['has had enough', refused(429, 'TOO_MANY_REQUESTS', { retry_after: 60 })],
  ['is behind a proxy that wants a login', [401, '<html>'] as [number, unknown]],
])('a server that %s ends no session', async (_, answer) => {
  const session = await loggedIn()
  backEnd.on(REFRESH, () => answer)

  await expect(askForBooks()).rejects.toThrow()

  expect(session.isLoggedIn).toBe(true)
  expect(localStorage.getItem('session')).toBe('amina')
})

test('a session that the server ended is over, and no request asks again', async () => {
  const session = await loggedIn()
  backEnd.on(REFRESH, () => refused(401, 'SESSION_ENDED'))

  await Promise.allSettled([askForBooks(), askForBooks()])

  expect(session.isLoggedIn).toBe(false)
  expect(session.ending).toBe('expired')
  expect(localStorage.getItem('session')).toBeNull()
  expect(backEnd.times(REFRESH)).toBe(1)
})

test('a request that is refused after the logout asks for no refresh', async () => {
  const session = await loggedIn()
  const late = gate()
  backEnd.on(BOOKS, async () => {
    await late.opened
    return refused(401, 'SESSION_ENDED')
  })
  const books = expect(askForBooks()).rejects.toMatchObject({ status: 401 })

  await session.logOut()
  late.open()
  await books

  expect(backEnd.times(REFRESH)).toBe(0)
})

test('tabs refresh one after another', async () => {
  const locks = { request: vi.fn((_name: string, refresh: () => unknown) => refresh()) }
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
  const session = await loggedIn()

  await session.renew()
  Reflect.deleteProperty(navigator, 'locks')

  expect(locks.request).toHaveBeenCalledTimes(1)
})

test('who was never here is not asked for', async () => {
  expect(await useSession().resume()).toBe(false)

  expect(backEnd.asked).toEqual([])
})

test('the session of the last visit goes on', async () => {
  localStorage.setItem('session', 'amina')

  expect(await useSession().resume()).toBe(true)

  expect(useSession().user?.name).toBe('أمينة')
})

test('a visit waits for a server that is away', async () => {
  localStorage.setItem('session', 'amina')
  let tries = 0
  backEnd.on(REFRESH, () => (++tries < 3 ? null : data({ access: 'a2', user: amina })))
  const session = useSession()

  const isBack = session.resume()
  await vi.advanceTimersByTimeAsync(0)
  expect(session.hindrance).not.toBeNull()
  await vi.advanceTimersByTimeAsync(10_000)

  expect(await isBack).toBe(true)
  expect(session.hindrance).toBeNull()
})

test('who does not want to wait tries again', async () => {
  localStorage.setItem('session', 'amina')
  backEnd.on(REFRESH, () => null)
  const session = useSession()
  const isBack = session.resume()
  await vi.advanceTimersByTimeAsync(0)

  backEnd.on(REFRESH, () => data({ access: 'a2', user: amina }))
  session.tryAgain()
  await vi.advanceTimersByTimeAsync(0)

  expect(await isBack).toBe(true)
})

test('a logout is told to the server, with the token', async () => {
  const session = await loggedIn()

  await session.logOut()

  expect(backEnd.asked.at(-1)).toMatchObject({ what: LOGOUT, token: 'a1' })
  expect(session.isLoggedIn).toBe(false)
  expect(session.ending).toBeNull()
})

test('a logout that did not reach the server is none: the cookie would still be good', async () => {
  const session = await loggedIn()
  backEnd.on(LOGOUT, () => null)

  await expect(session.logOut()).rejects.toThrow()

  expect(session.isLoggedIn).toBe(true)
})

test('a logout from a session that is over already is one', async () => {
  const session = await loggedIn()
  backEnd.on(LOGOUT, () => refused(401, 'SESSION_ENDED'))
  backEnd.on(REFRESH, () => refused(401, 'SESSION_ENDED'))

  await session.logOut()

  expect(session.ending).toBeNull()
})

test('a refresh that is answered after the logout does not log in again', async () => {
  const session = await loggedIn()
  const late = gate()
  backEnd.on(REFRESH, async () => {
    await late.opened
    return data({ access: 'a2', user: amina })
  })
  const renewal = expect(session.renew()).rejects.toThrow()

  await session.logOut()
  late.open()
  await renewal

  expect(session.isLoggedIn).toBe(false)
})

test('a logout in another tab is one here', async () => {
  const session = await loggedIn()

  localStorage.removeItem('session')
  dispatchEvent(new StorageEvent('storage', { key: 'session' }))

  expect(session.isLoggedIn).toBe(false)
  expect(session.ending).toBe('elsewhere')
})

test('a login of someone else in another tab is one here', async () => {
  const session = await loggedIn()
  backEnd.on(REFRESH, () => data({ access: 'b1', user: badr }))

  localStorage.setItem('session', 'badr')
  dispatchEvent(new StorageEvent('storage', { key: 'session' }))
  await vi.advanceTimersByTimeAsync(0)

  expect(session.user?.name).toBe('بدر')
})
