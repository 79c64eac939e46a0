// What the server answers no more for a while, as too much was asked, and until when.
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'

import { useSession } from './session'

export const usePause = defineStore('pause', () => {
  const session = useSession()
  /** In milliseconds, by how the addresses begin. */
  const ends = ref(new Map<string, number>())
  const until = computed(() => (ends.value.size === 0 ? null : Math.max(...ends.value.values())))

  function begin(path: string, seconds: number): void {
    const end = Date.now() + seconds * 1000
    ends.value.set(path, end)
    setTimeout(() => { if (ends.value.get(path) === end) ends.value.delete(path) }, seconds * 1000)
  }

  async function isOverFor(url: string): Promise<void> {
    const of = [...ends.value].filter(([path]) => url.startsWith(path)).map(([, end]) => end - Date.now())
    const rest = Math.max(0, ...of)
    if (rest === 0) return
    await new Promise((resolve) => setTimeout(resolve, rest))
    await isOverFor(url)
  }

  /** Another reader has requests of their own. */
  watch(() => session.user?.id, () => { ends.value.clear() })

  return { until, begin, isOverFor }
})
