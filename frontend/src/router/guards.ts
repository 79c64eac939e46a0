// Who may see which page. Where the session leads the reader, at each navigation and whenever it changes.
import { watch } from 'vue'
import type { RouteLocationNormalized, RouteLocationRaw, Router } from 'vue-router'

import { useSession } from '@/stores/session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Needs no login. */
    isForAll?: boolean
    /** Of no use to who is logged in. */
    isForGuests?: boolean
    /** A locale key. */
    title?: string
  }
}

export function followSession(router: Router): void {
  const session = useSession()

  router.beforeEach(async (to) => {
    await session.resume()
    return detour(to, session.isLoggedIn) ?? true
  })

  watch(
    () => session.isLoggedIn,
    (isLoggedIn) => {
      const here = router.currentRoute.value
      const hasLeft = !isLoggedIn && session.ending === null
      const way = detour(here, isLoggedIn)
      if (way) void router.replace(hasLeft ? { name: 'log-in' } : way)
    },
  )
}

/** Where to go instead; null if the page is the right one. */
export function detour(to: RouteLocationNormalized, isLoggedIn: boolean): RouteLocationRaw | null {
  if (isLoggedIn) return to.meta.isForGuests ? ownPath(to.query.next) : null
  const isOpen = to.meta.isForAll || to.meta.isForGuests
  return isOpen ? null : { name: 'log-in', query: to.path === '/library' ? {} : { next: to.fullPath } }
}

/** The address is anyone's to write: only a path of this site is followed. */
function ownPath(next: unknown): RouteLocationRaw {
  const isPath = typeof next === 'string' && next.startsWith('/') && URL.canParse(next, location.origin)
  if (!isPath) return '/library'
  const { origin, pathname, search, hash } = new URL(next, location.origin)
  const isOwn = origin === location.origin && !pathname.startsWith('//')
  return isOwn ? pathname + search + hash : '/library'
}
