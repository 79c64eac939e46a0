/** What the browser keeps under a name; null if that is nothing, or nothing that `isRight`. */
export function remembered<Kept>(name: string, isRight: (text: unknown) => text is Kept): Kept | null {
  const kept = localStorage.getItem(name)
  return isRight(kept) ? kept : null
}
