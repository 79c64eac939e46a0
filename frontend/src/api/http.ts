// All requests go through here: with the access token, and once more with a new one when it is refused.
import axios, { type AxiosError } from 'axios'

import { useSession } from '@/stores/session'

import { client } from './generated/client.gen'

declare module 'axios' {
  interface InternalAxiosRequestConfig {
    hasNewToken?: boolean
  }
}

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
