// A scripted server: `backEnd.on('GET /api/books/', () => [200, {...}])` answers what the app asks.
import { AxiosError, type AxiosAdapter, type InternalAxiosRequestConfig } from 'axios'

import { http } from '@/api/http'

export interface Asked {
  /** As 'GET /api/books/?page=2'. */
  what: string
  token: string | null
  csrf: string | null
  body: unknown
  /** Goes on when the page is left. */
  isKeptAlive: boolean
  isCancelled: () => boolean
}

export type Answer = [status: number, body: unknown]
/** `null` is a server that is away. */
export type Reply = (asked: Asked) => Answer | null | Promise<Answer | null>

export interface BackEnd {
  asked: Asked[]
  /** With a question mark in `what` the query counts, too. */
  on: (what: string, reply: Reply) => void
  times: (what: string) => number
}

let adapter: AxiosAdapter
http.interceptors.request.use((config) => ({ ...config, adapter }))

export function scriptedBackEnd(): BackEnd {
  const asked: Asked[] = []
  const replies = new Map<string, Reply>()

  adapter = async (config) => {
    const request = askedBy(config)
    asked.push(request)
    const reply = replies.get(request.what) ?? replies.get(withoutQuery(request.what))
    if (!reply) throw new Error(`Nobody said what ${request.what} answers.`)
    const answer = await reply(request)
    if (!answer) throw new AxiosError('Network Error', AxiosError.ERR_NETWORK, config)
    const [status, data] = answer
    const response = { status, data, statusText: '', headers: headersOf(data), config }
    if (status < 400) return response
    throw new AxiosError(`${status}`, AxiosError.ERR_BAD_REQUEST, config, null, response)
  }

  return {
    asked,
    on: (what, reply) => replies.set(what, reply),
    times: (what) => asked.filter((request) => [request.what, withoutQuery(request.what)].includes(what)).length,
  }
}

export function data(data: unknown): Answer {
  return [200, { status: 'success', en: 'Done.', ar: 'تم.', data }]
}

export function refused(status: number, code: string, details: Record<string, unknown> = {}): Answer {
  return [status, { status: 'error', en: `No: ${code}.`, ar: `لا: ${code}.`, error_code: code, details }]
}

/** Retry-After is in the body, too. */
function headersOf(body: unknown): Record<string, string> {
  const seconds = (body as { details?: { retry_after?: number } } | null)?.details?.retry_after
  return seconds === undefined ? {} : { 'retry-after': String(seconds) }
}

function askedBy(config: InternalAxiosRequestConfig): Asked {
  const header = (name: string) => (config.headers.get(name) as string | undefined) ?? null
  return {
    what: `${config.method?.toUpperCase()} ${config.url}`,
    token: header('Authorization')?.replace('Bearer ', '') ?? null,
    csrf: header('X-CSRF-TOKEN'),
    body: typeof config.data === 'string' ? JSON.parse(config.data) : config.data,
    isKeptAlive: config.fetchOptions?.keepalive === true,
    isCancelled: () => config.signal?.aborted === true,
  }
}

function withoutQuery(what: string): string {
  return what.split('?')[0] ?? what
}
