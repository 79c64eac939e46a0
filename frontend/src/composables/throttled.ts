interface Throttled<Key> {
  call: (key: Key) => void
  /** What is not made up for is dropped, and the next call is the first one again. */
  forget: (key: Key) => void
}

/**
 * `run`, then a rest, for each key; the last call meanwhile is made up for.
 * `rest` tells how long, given how long ago the first call was; both in milliseconds.
 */
export function throttled<Key>(run: (key: Key) => void, rest: (sinceFirst: number) => number): Throttled<Key> {
  const firstCalls = new Map<Key, number>()
  const resting = new Map<Key, ReturnType<typeof setTimeout>>()
  const askedMeanwhile = new Set<Key>()

  function call(key: Key): void {
    if (resting.has(key)) {
      askedMeanwhile.add(key)
      return
    }
    const first = firstCalls.get(key) ?? Date.now()
    firstCalls.set(key, first)
    resting.set(key, setTimeout(() => { wake(key) }, rest(Date.now() - first)))
    run(key)
  }

  function wake(key: Key): void {
    resting.delete(key)
    if (askedMeanwhile.delete(key)) call(key)
  }

  function forget(key: Key): void {
    clearTimeout(resting.get(key))
    for (const known of [firstCalls, resting, askedMeanwhile]) known.delete(key)
  }

  return { call, forget }
}
