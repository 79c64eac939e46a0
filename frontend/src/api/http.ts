// All requests go through here: with the access token, and once more with a new one when it is refused.
// What only reads waits while too much was asked; whatever else the reader does is refused at once, and says so.
import axios, { type AxiosError, type InternalAxiosRequestConfig } from 'axios'

import { usePause } from '@/stores/pause'
import { useSession } from '@/stores/session'

import { client } from './generated/client.gen'
import { refusalOf } from './refusal'

declare module 'axios' {
  interface InternalAxiosRequestConfig {
    hasNewToken?: boolean
  }
}

const LIKELY_WAIT = 60
const EVERYTHING = '/api/'
/** The addresses that a limit of its own is for, by its name. */
const LIMITED: Record<string, string> = { characters: '/api/characters/' }

export const http = axios.create()

client.setConfig({ axios: http, baseURL: '', auth: () => useSession().token ?? undefined })

http.interceptors.response.use(undefined, async (error: AxiosError) => {
  const session = useSession()
  const request = error.config
  const sentToken = request?.headers.get('Authorization')
  if (error.response?.status !== 401 || !request || !sentToken || request.hasNewToken) throw error
  if (!session.isLoggedIn) throw error

  // Of many requests that were refused, those answered late find the new token there.
  const isLate = sentToken !== `Bearer ${session.token}`
  const token = isLate ? session.token : await session.renew()
  request.headers.set('Authorization', `Bearer ${token}`)
  request.hasNewToken = !isLate
  return http.request(request)
})

http.interceptors.request.use(async (request) => {
  if (isReading(request)) await usePause().isOverFor(request.url ?? '')
  return request
})

http.interceptors.response.use(undefined, async (error: AxiosError) => {
  const { config: request, response } = error
  if (response?.status !== 429 || !request || !isReading(request)) throw error
  const limit = refusalOf(error)?.details.limit as string | undefined
  usePause().begin(LIMITED[limit ?? ''] ?? EVERYTHING, Number(response.headers['retry-after']) || LIKELY_WAIT)
  return http.request(request)
})

function isReading({ method }: InternalAxiosRequestConfig): boolean {
  return method === 'get'
}
