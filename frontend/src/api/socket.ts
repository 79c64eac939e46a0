// The Socket.IO connection on which the server tells what happens to the reader's books.
import { io, type Socket } from 'socket.io-client'

import type { Notification, Snapshot } from './generated'

export interface Told {
  /** Also after a break: what was told meanwhile is lost. */
  onConnected: () => void
  onLost: () => void
  onSnapshot: (snapshot: Snapshot) => void
  onNews: (news: Notification) => void
}

export interface Access {
  token: () => string | null
  /** Brings about that `token` is a new one. */
  renew: () => Promise<unknown>
}

const LONGEST_WAIT = 30_000

/** Connect, and stay connected until the function that is returned is called. */
export function listen(access: Access, told: Told): () => void {
  const socket: Socket = io('/notifications', {
    auth: (answer) => { answer({ token: access.token() }) },
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    forceNew: true,
  })
  let isClosed = false
  let refusals = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Who is refused, or sent away as the token has ended, is not connected again by itself. */
  function comeAgain(): void {
    if (isClosed) return
    timer = setTimeout(renewAndConnect, Math.min(1000 * refusals, LONGEST_WAIT))
    refusals += 1
  }

  function renewAndConnect(): void {
    access.renew().then(connect, comeAgain)
  }

  function connect(): void {
    if (!isClosed) socket.connect()
  }

  socket.on('connect', told.onConnected)
  socket.on('snapshot', (snapshot: Snapshot) => {
    refusals = 0
    told.onSnapshot(snapshot)
  })
  socket.onAny((event, news: Notification) => { if (event === news.event) told.onNews(news) })
  socket.on('disconnect', lose)
  socket.on('connect_error', lose)

  function lose(): void {
    told.onLost()
    if (!socket.active) comeAgain()
  }

  return () => {
    isClosed = true
    clearTimeout(timer)
    socket.off().offAny().disconnect()
  }
}
