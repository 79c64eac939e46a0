// After a new build an open page asks for files that are gone. Then the app is loaded anew, into the page that
// was wanted: once, as it may not help.
import axios from 'axios'
import { onScopeDispose } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'

import { useNotices } from '@/stores/notices'
import { FilesMissing, usePageLoad } from '@/stores/pageLoad'

import { useSentence } from './useSentence'

const MARK = 'loaded-anew'
const AT_MOST_EVERY = 300_000

/** For the outermost component, once. */
export function useMissingFiles(): void {
  const { t } = useI18n()
  const router = useRouter()
  const notices = useNotices()
  const page = usePageLoad()
  const sentence = useSentence()
  let wanted = router.currentRoute.value.fullPath
  let isUnderWay = false

  const stopFollowing = [
    router.beforeEach(({ fullPath }) => { wanted = fullPath }),
    router.afterEach(() => { wanted = router.currentRoute.value.fullPath }),
  ]
  addEventListener('vite:preloadError', loadAnew)
  onScopeDispose(() => {
    stopFollowing.forEach((stop) => { stop() })
    removeEventListener('vite:preloadError', loadAnew)
  })

  async function loadAnew(): Promise<void> {
    if (isUnderWay) return
    isUnderWay = true
    const path = wanted
    try {
      // Of a server that is away nothing would come but the browser's own page.
      await axios.head('/')
      if (wasLoadedAnew()) throw new FilesMissing()
      sessionStorage.setItem(MARK, String(Date.now()))
      location.assign(path)
    } catch (error) {
      tell(error, path)
    } finally {
      isUnderWay = false
    }
  }

  function tell(error: unknown, path: string): void {
    const isFirstPage = router.currentRoute.value.matched.length === 0
    const retry = { label: t('common.failed.retry'), run: () => { location.assign(path) } }
    if (isFirstPage) page.failure = error
    else notices.say(sentence(error), { action: retry })
  }
}

function wasLoadedAnew(): boolean {
  return Date.now() - Number(sessionStorage.getItem(MARK)) < AT_MOST_EVERY
}
