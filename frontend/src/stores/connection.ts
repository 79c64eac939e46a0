// Whether the browser is on a network, and whether the server's events arrive.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

export type ConnectionState = 'online' | 'reconnecting' | 'offline'

export const useConnection = defineStore('connection', () => {
  const isOnNetwork = ref(navigator.onLine)
  addEventListener('online', () => (isOnNetwork.value = true))
  addEventListener('offline', () => (isOnNetwork.value = false))

  /** Set by the socket: it was connected and is not. */
  const isSocketLost = ref(false)

  const state = computed<ConnectionState>(() => {
    if (!isOnNetwork.value) return 'offline'
    return isSocketLost.value ? 'reconnecting' : 'online'
  })

  return { state, isSocketLost }
})
