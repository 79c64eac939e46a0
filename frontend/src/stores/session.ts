// Who is logged in. The access token is in memory only; the refresh token is in a cookie that scripts
// cannot read. The browser keeps the user's id: a hint, for other tabs and the next visit.
import { CanceledError } from 'axios'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

import { postLogIn, postLogOut, type Tokens, type User } from '@/api/generated'
import { freshTokens } from '@/api/refresh'
import { isNotLoggedIn, refusalOf } from '@/api/refusal'

/** How a session ended that the reader did not end here: it was over, or another tab logged out. */
export type Ending = 'expired' | 'elsewhere'

const HINT = 'session'
const SECONDS_TO_ANOTHER_TRY = 5

export const useSession = defineStore('session', () => {
  const user = ref<User | null>(null)
  const token = ref<string | null>(null)
  const ending = ref<Ending | null>(null)
  const isLoggedIn = computed(() => user.value !== null)

  let flight: Promise<string> | null = null
  let resuming: Promise<boolean> | null = null

  /** Raises the server's refusal. Who asks for a new token meanwhile, gets this one. */
  async function logIn(email: string, password: string): Promise<void> {
    const body = { email, password, session: 'cookie' } as const
    await shared(postLogIn({ body, throwOnError: true }).then((answer) => begin(answer.data.data)))
  }

  /** Raises what kept the server from it: the cookie is still good then, and so the session goes on. */
  async function logOut(): Promise<void> {
    try {
      await postLogOut({ throwOnError: true })
    } catch (error) {
      if (!isNotLoggedIn(error)) throw error
    }
    end(null)
  }

  /** A new access token, by one request however many ask. Only the server's 401 ends the session. */
  function renew(): Promise<string> {
    return flight ?? shared(renewed())
  }

  async function renewed(): Promise<string> {
    const before = localStorage.getItem(HINT)
    try {
      const tokens = await freshTokens()
      if (localStorage.getItem(HINT) !== before) throw new CanceledError('The reader logged out meanwhile.')
      return begin(tokens)
    } catch (error) {
      if (isNotLoggedIn(error)) end('expired')
      throw error
    }
  }

  function shared(tokens: Promise<string>): Promise<string> {
    const own = tokens.finally(() => {
      if (flight === own) flight = null
    })
    flight = own
    return own
  }

  /** Go on with the session of the last visit, if there is one. Waits for a server that is away. */
  function resume(): Promise<boolean> {
    resuming ??= resumed()
    return resuming
  }

  /** Why the session could not be resumed yet; a new try follows by itself, or by `tryAgain`. */
  const hindrance = ref<unknown>(null)
  const tryAgain = ref<() => void>(() => undefined)

  async function resumed(): Promise<boolean> {
    while (localStorage.getItem(HINT) !== null && !isLoggedIn.value) {
      try {
        await renew()
      } catch (error) {
        if (localStorage.getItem(HINT) !== null) await anotherChanceAfter(error)
      }
    }
    hindrance.value = null
    return isLoggedIn.value
  }

  function anotherChanceAfter(error: unknown): Promise<void> {
    const seconds = Number(refusalOf(error)?.details.retry_after ?? SECONDS_TO_ANOTHER_TRY)
    hindrance.value = error
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000)
      tryAgain.value = () => {
        clearTimeout(timer)
        resolve()
      }
      addEventListener('online', tryAgain.value, { once: true })
    })
  }

  function begin(tokens: Tokens): string {
    token.value = tokens.access
    user.value = tokens.user
    ending.value = null
    localStorage.setItem(HINT, tokens.user.id)
    return tokens.access
  }

  function end(how: Ending | null): void {
    token.value = null
    user.value = null
    ending.value = how
    localStorage.removeItem(HINT)
  }

  /** What another tab did to the session is done here, too. */
  function follow(): void {
    const hint = localStorage.getItem(HINT)
    if (hint === (user.value?.id ?? null)) return
    if (hint === null) end('elsewhere')
    else renew().catch(() => undefined)
  }

  addEventListener('storage', follow)
  addEventListener('pageshow', follow)

  return { user, token, ending, isLoggedIn, hindrance, tryAgain, logIn, logOut, renew, resume, end }
})
