import { ref, type Ref } from 'vue'

import { useNotices } from '@/stores/notices'
import { useSession } from '@/stores/session'

import { useSentence } from './useSentence'

export function useLogOut(): { logOut: () => Promise<void>; isLoggingOut: Ref<boolean> } {
  const session = useSession()
  const notices = useNotices()
  const sentence = useSentence()
  const isLoggingOut = ref(false)

  async function logOut(): Promise<void> {
    isLoggingOut.value = true
    try {
      await session.logOut()
    } catch (error) {
      notices.say(sentence(error))
    } finally {
      isLoggingOut.value = false
    }
  }

  return { logOut, isLoggingOut }
}
