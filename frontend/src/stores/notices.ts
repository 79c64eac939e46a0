// What the reader is told in passing, at the bottom of the page, some of it with a way back.
import { defineStore } from 'pinia'
import { ref } from 'vue'

export interface NoticeAction {
  label: string
  run: () => unknown
}

export interface Notice {
  id: number
  sentence: string
  action: NoticeAction | null
}

const MOST = 3

export const useNotices = defineStore('notices', () => {
  const shown = ref<Notice[]>([])
  let lastId = 0

  /** The newest is at the bottom; of too many the oldest goes. */
  function say(sentence: string, { action = null }: { action?: NoticeAction | null } = {}): void {
    lastId += 1
    shown.value = [...shown.value, { id: lastId, sentence, action }].slice(-MOST)
  }

  function remove(id: number): void {
    shown.value = shown.value.filter((notice) => notice.id !== id)
  }

  return { shown, say, remove }
})
