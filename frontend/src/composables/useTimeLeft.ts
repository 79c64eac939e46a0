// How long the reading of a book will still take, once there is enough to say so.
import { computed, onScopeDispose, ref, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'

import { SHORTEST_WATCH, usePace, type Sample } from '@/stores/pace'

const FEWEST_SAMPLES = 3
/** Times the mean step. */
const STALLED = 4
const TICK = 5_000

/** Seconds; null if too little was seen, or nothing has come for much longer than a step takes. */
export function secondsLeft(samples: Sample[], now: number): number | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last || samples.length < FEWEST_SAMPLES || last.at - first.at < SHORTEST_WATCH) return null
  const step = (last.at - first.at) / (samples.length - 1)
  const since = Math.max(0, now - last.at)
  if (since > STALLED * Math.max(step, TICK)) return null
  const percentEach = (last.at - first.at) / (last.progress - first.progress)
  return Math.max(0, (100 - last.progress) * percentEach - since) / 1000
}

/** A sentence, or null. */
export function useTimeLeft(jobId: () => string | undefined): ComputedRef<string | null> {
  const { t } = useI18n()
  const pace = usePace()
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), TICK)
  onScopeDispose(() => { clearInterval(timer) })

  return computed(() => {
    const id = jobId()
    const seconds = id === undefined ? null : secondsLeft(pace.of(id), now.value)
    if (seconds === null) return null
    const minutes = Math.round(seconds / 60)
    if (minutes < 1) return t('live.left.soon')
    return minutes < 90 ? t('live.left.minutes', minutes) : t('live.left.hours', Math.round(minutes / 60))
  })
}
