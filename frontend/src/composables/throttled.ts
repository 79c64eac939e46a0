/** `run`, at most once in so many milliseconds for each key; the last call meanwhile is made up for. */
export function throttled<Key>(run: (key: Key) => void, milliseconds: number): (key: Key) => void {
  const resting = new Set<Key>()
  const askedMeanwhile = new Set<Key>()

  function call(key: Key): void {
    if (resting.has(key)) {
      askedMeanwhile.add(key)
      return
    }
    resting.add(key)
    setTimeout(() => {
      resting.delete(key)
      if (askedMeanwhile.delete(key)) call(key)
    }, milliseconds)
    run(key)
  }

  return call
}
