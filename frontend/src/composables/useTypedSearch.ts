// What is typed into a search field: asked for when typing pauses, and replaced by what is asked for elsewhere.
import { ref, watch, type Ref } from 'vue'

const PAUSE_IN_TYPING = 300

export function useTypedSearch(asked: () => string, ask: (text: string) => void): Ref<string> {
  const typed = ref(asked())
  watch(asked, (text) => { if (text !== typed.value.trim()) typed.value = text })
  watch(typed, (text, _before, onCleanup) => {
    const timer = setTimeout(() => { if (text.trim() !== asked()) ask(text.trim()) }, PAUSE_IN_TYPING)
    onCleanup(() => { clearTimeout(timer) })
  })
  return typed
}
