// The files that the reader has chosen, and how far each is on its way to the server.
import { CanceledError, type AxiosProgressEvent } from 'axios'
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'

import { postBooks, type Refusal } from '@/api/generated'
import { refusalOf } from '@/api/refusal'
import { refreshBooks } from '@/queries/books'
import { queryClient } from '@/queries/client'
import { limitsKnownTo } from '@/queries/limits'

import { useSession } from './session'

export type Flaw = 'empty' | 'noEpub' | 'tooLarge'

export interface Upload {
  id: number
  file: File
  /** `chosen` waits for the reader, `waiting` for its turn; `lost` had no connection. */
  state: 'chosen' | 'unfit' | 'waiting' | 'sending' | 'done' | 'refused' | 'lost'
  flaw: Flaw | null
  /** Of the file, from 0 to 1. At 1 the server looks at it. */
  sent: number
  refusal: Refusal | null
}

const AT_ONCE = 2
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const SHOWN_WHEN_DONE = 4_000
const LIKELY_WAIT = 60
/** With these, the files that wait would be refused as well. */
const LIBRARY_IS_FULL = ['TOO_MANY_BOOKS', 'LIBRARY_FULL']
const ILL = ['INTERNAL_ERROR', 'NOT_READY']

export const useUploads = defineStore('uploads', () => {
  const session = useSession()
  const uploads = ref<Upload[]>([])
  /** Until when the server wants no more, in milliseconds. */
  const heldUntil = ref<number | null>(null)
  const senders = new Map<number, AbortController>()
  let held: ReturnType<typeof setTimeout> | undefined
  let nextId = 1

  const inState = (...states: Upload['state'][]) => uploads.value.filter(({ state }) => states.includes(state))
  const ready = computed(() => inState('chosen', 'lost'))
  const isBusy = computed(() => inState('waiting', 'sending').length > 0)

  async function choose(files: Iterable<File>): Promise<void> {
    const fresh = Array.from(files).filter((file) => !uploads.value.some((upload) => isSame(upload.file, file)))
    const flaws = await Promise.all(fresh.map(flawOf))
    for (const [index, file] of fresh.entries()) {
      const flaw = flaws[index] ?? null
      const state = flaw ? 'unfit' : 'chosen'
      uploads.value.push({ id: nextId++, file, state, flaw, sent: 0, refusal: null })
    }
  }

  /** Whatever it is at: what is on its way is cancelled. */
  function remove(id: number): void {
    senders.get(id)?.abort()
    uploads.value = uploads.value.filter((upload) => upload.id !== id)
    sendNext()
  }

  /** All that are ready. */
  function send(): void {
    for (const upload of ready.value) upload.state = 'waiting'
    sendNext()
  }

  function retry(upload: Upload): void {
    upload.state = 'waiting'
    sendNext()
  }

  function sendNext(): void {
    while (heldUntil.value === null && senders.size < AT_ONCE) {
      const [next] = inState('waiting')
      if (!next) return
      void sendOne(next)
    }
  }

  async function sendOne(upload: Upload): Promise<void> {
    const sender = new AbortController()
    senders.set(upload.id, sender)
    Object.assign(upload, { state: 'sending', sent: 0, refusal: null })
    try {
      await postBooks({
        body: { file: upload.file },
        onUploadProgress: ({ loaded, total }: AxiosProgressEvent) => { upload.sent = total ? loaded / total : 0 },
        signal: sender.signal,
        throwOnError: true,
      })
      upload.state = 'done'
      setTimeout(() => { remove(upload.id) }, SHOWN_WHEN_DONE)
    } catch (error) {
      if (!(error instanceof CanceledError)) takeRefusal(upload, refusalOf(error))
    }
    senders.delete(upload.id)
    sendNext()
    await refreshBooks(queryClient)
  }

  function takeRefusal(upload: Upload, refusal: Refusal | null): void {
    Object.assign(upload, { state: refusal ? 'refused' : 'lost', refusal })
    if (refusal?.error_code === 'TOO_MANY_REQUESTS') {
      upload.state = 'waiting'
      hold(Number(refusal.details.retry_after) || LIKELY_WAIT)
    }
    if (refusal && LIBRARY_IS_FULL.includes(refusal.error_code)) {
      for (const waiting of inState('waiting')) waiting.state = 'chosen'
    }
  }

  function hold(seconds: number): void {
    heldUntil.value = Date.now() + seconds * 1000
    clearTimeout(held)
    held = setTimeout(goOn, seconds * 1000)
  }

  function goOn(): void {
    heldUntil.value = null
    sendNext()
  }

  function clear(): void {
    for (const sender of senders.values()) sender.abort()
    uploads.value = []
    heldUntil.value = null
    clearTimeout(held)
  }

  watch(() => session.user?.id, clear)
  watch(isBusy, (busy) => {
    if (busy) addEventListener('beforeunload', warn)
    else removeEventListener('beforeunload', warn)
  })

  return { uploads, ready, isBusy, heldUntil, choose, remove, send, retry, clear }
})

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

/** Whether the same file may be taken another time. */
export function mayBeTakenYet({ state, refusal }: Upload): boolean {
  return state === 'lost' || (refusal !== null && [...LIBRARY_IS_FULL, ...ILL].includes(refusal.error_code))
}

function isSame(one: File, other: File): boolean {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified
}

/** What can be told without the server; the rest it tells itself. */
async function flawOf(file: File): Promise<Flaw | null> {
  if (file.size === 0) return 'empty'
  if (file.size > (limitsKnownTo(queryClient)?.upload_max_bytes ?? Infinity)) return 'tooLarge'
  // A folder that was dropped cannot be read.
  const start = new Uint8Array(await file.slice(0, ZIP.length).arrayBuffer().catch(() => new ArrayBuffer()))
  const isZip = ZIP.every((byte, index) => start[index] === byte)
  return isZip && /\.epub$/iu.test(file.name) ? null : 'noEpub'
}
