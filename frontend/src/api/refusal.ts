// What the server says when it refuses: its sentences in both languages, and the fields at fault.
import { AxiosError } from 'axios'

import type { Refusal } from './generated'

/** The server's refusal, or null if none came: no connection, or an answer of someone else. */
export function refusalOf(error: unknown): Refusal | null {
  const answer: unknown = error instanceof AxiosError ? error.response?.data : null
  const isRefusal = typeof answer === 'object' && answer !== null && 'error_code' in answer
  return isRefusal ? (answer as Refusal) : null
}

/** A server that is away or ill may be well in a moment. */
export function isWorthAnotherTry(error: unknown): boolean {
  const status = error instanceof AxiosError ? error.response?.status : null
  return status === undefined || (typeof status === 'number' && status >= 500)
}

/** A refusal stays one, unless something else was under way (409). Who asked too much waits anyway (`http.ts`). */
export function isForGood(error: unknown): boolean {
  const status = (error instanceof AxiosError && error.response?.status) || 0
  return status >= 400 && status < 500 && status !== 409
}

/** The server's own 401. One of a proxy on the way says nothing about the session. */
export function isNotLoggedIn(error: unknown): boolean {
  return error instanceof AxiosError && error.response?.status === 401 && refusalOf(error) !== null
}
