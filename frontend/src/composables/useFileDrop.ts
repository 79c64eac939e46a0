// Files that are dropped anywhere on the page.
import { onScopeDispose, ref, type Ref } from 'vue'

/** The ref is true while files are held over the page. */
export function useFileDrop(onFiles: (files: File[]) => void): Ref<boolean> {
  const isOver = ref(false)
  /** Of elements that were entered and not left: each one tells of its own. */
  let depth = 0

  const bringsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

  function enter(event: DragEvent): void {
    if (!bringsFiles(event)) return
    depth += 1
    isOver.value = true
  }

  function leave(event: DragEvent): void {
    if (!bringsFiles(event)) return
    depth -= 1
    isOver.value = depth > 0
  }

  function allow(event: DragEvent): void {
    if (bringsFiles(event)) event.preventDefault()
  }

  function drop(event: DragEvent): void {
    if (!bringsFiles(event)) return
    event.preventDefault()
    depth = 0
    isOver.value = false
    onFiles(Array.from(event.dataTransfer?.files ?? []))
  }

  const listeners = { dragenter: enter, dragleave: leave, dragover: allow, drop } as const
  for (const [name, listener] of Object.entries(listeners)) addEventListener(name, listener as EventListener)
  onScopeDispose(() => {
    for (const [name, listener] of Object.entries(listeners)) removeEventListener(name, listener as EventListener)
  })

  return isOver
}
