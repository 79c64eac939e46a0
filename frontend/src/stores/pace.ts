// How fast the readings go: when each was seen how far. From this the time that is left is told.
import { defineStore } from 'pinia'
import { ref } from 'vue'

import type { JobState } from '@/api/generated'

export interface Sample {
  at: number
  progress: number
}

/** The pace changes in the course of a book. */
const LATEST = 20
/** In milliseconds: what was watched for less tells nothing. */
export const SHORTEST_WATCH = 10_000
/** Percent: the steps before the parts are read go at a pace of their own. */
const BEFORE_THE_PARTS = 10

export const usePace = defineStore('pace', () => {
  const samples = ref<Record<string, Sample[]>>({})

  function note({ job_id, status, progress }: JobState, at = Date.now()): void {
    const before = samples.value[job_id] ?? []
    const isRunning = status === 'running'
    const last = before.at(-1)?.progress ?? 0
    const kept = isRunning && progress >= last ? before : []
    const isStep = isRunning && progress >= BEFORE_THE_PARTS && progress !== last
    samples.value[job_id] = isStep ? latestOf([...kept, { at, progress }]) : kept
  }

  function of(jobId: string): Sample[] {
    return samples.value[jobId] ?? []
  }

  return { note, of }
})

/** Of quick steps more are kept, so that what could be told once can be told on. */
function latestOf(samples: Sample[]): Sample[] {
  const last = samples.at(-1)?.at ?? 0
  return samples.filter((_, index) => {
    const next = samples[index + 1]?.at ?? last
    return samples.length - index <= LATEST || last - next < SHORTEST_WATCH
  })
}
