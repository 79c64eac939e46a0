// Listens to what the server tells of the reader's books, from log in to log out.
import { useQueryClient } from '@tanstack/vue-query'
import { watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'

import type { Notification } from '@/api/generated'
import { listen } from '@/api/socket'
import { newsFor } from '@/queries/news'
import { useConnection } from '@/stores/connection'
import { useNotices } from '@/stores/notices'
import { usePace } from '@/stores/pace'
import { useSession } from '@/stores/session'

/** For the outermost component, once. */
export function useNotifications(): void {
  const session = useSession()
  const client = useQueryClient()
  const pace = usePace()
  const connection = useConnection()
  const notices = useNotices()
  const router = useRouter()
  const { t } = useI18n()

  function say({ event, book_id }: Notification, title: string | null): void {
    const key = event === 'processing_completed' ? 'live.completed' : 'live.failed'
    const open = () => router.push({ name: 'book-overview', params: { bookId: book_id } })
    notices.say(t(key, { title: title ?? t('library.untitled') }), { action: { label: t('live.open'), run: open } })
  }

  watch(
    () => session.user?.id,
    (reader, _before, onEnd) => {
      if (reader === undefined) return
      const { hear, takeSnapshot } = newsFor(client, { onState: pace.note, onSaid: say })
      let hasMissedSomething = false
      const leave = listen(
        { token: () => session.token, renew: session.renew },
        {
          onConnected: () => {
            connection.isSocketLost = false
            if (hasMissedSomething) void client.invalidateQueries()
            hasMissedSomething = false
          },
          onLost: () => {
            connection.isSocketLost = true
            hasMissedSomething = true
          },
          onSnapshot: takeSnapshot,
          onNews: hear,
        },
      )
      onEnd(() => {
        leave()
        connection.isSocketLost = false
      })
    },
    { immediate: true },
  )
}
