import { useRouter } from 'vue-router'

import { useNotices } from '@/stores/notices'
import { useSession } from '@/stores/session'

/** Log in with a password that was chosen just now. If this fails, only the login is left to do. */
export function useEntry(): (email: string, password: string, done: string) => Promise<void> {
  const router = useRouter()
  const session = useSession()
  const notices = useNotices()

  return async (email, password, done) => {
    try {
      await session.logIn(email, password)
    } catch {
      session.end(null)
      await router.replace({ name: 'log-in' })
    }
    notices.say(done)
  }
}
