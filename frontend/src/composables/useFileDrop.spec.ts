import { effectScope } from 'vue'
import { afterEach, expect, test, vi } from 'vitest'

import { useFileDrop } from './useFileDrop'

const onFiles = vi.fn()
let scope = effectScope()

afterEach(() => {
  scope.stop()
  scope = effectScope()
  onFiles.mockReset()
})

function drag(event: string, types: string[] = ['Files'], files: File[] = []): Event {
  const happening = new Event(event, { cancelable: true })
  Object.assign(happening, { dataTransfer: { types, files } })
  dispatchEvent(happening)
  return happening
}

const begin = () => scope.run(() => useFileDrop(onFiles)) ?? { value: null }

test('files over the page are seen until they leave it', () => {
  const isOver = begin()

  drag('dragenter')
  drag('dragenter')
  drag('dragleave')
  expect(isOver.value).toBe(true)

  drag('dragleave')
  expect(isOver.value).toBe(false)
})

test('dropped files are taken, and the browser does not open them', () => {
  const isOver = begin()
  const file = new File([], 'زينب.epub')
  drag('dragenter')

  const events = [drag('dragover'), drag('drop', ['Files'], [file])]

  expect(onFiles).toHaveBeenCalledWith([file])
  expect(events.map(({ defaultPrevented }) => defaultPrevented)).toEqual([true, true])
  expect(isOver.value).toBe(false)
})

test('words that are dragged are left alone', () => {
  const isOver = begin()

  drag('dragenter', ['text/plain'])

  expect(isOver.value).toBe(false)
  expect(drag('drop', ['text/plain']).defaultPrevented).toBe(false)
  expect(onFiles).not.toHaveBeenCalled()
})

test('a page that was left takes nothing any more', () => {
  begin()
  scope.stop()

  drag('drop')

  expect(onFiles).not.toHaveBeenCalled()
})
