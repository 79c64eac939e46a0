import { describe, expect, test } from 'vitest'

import type { Appearance } from '@/api/generated'
import { chunk } from '@/testing/books'
import { BADR, SUAD } from '@/testing/characters'

import { binsOf, cellsOf, countsOf, heightOf, isKnown, marksOf, type Bin } from './presence'

function parts(count: number, chapterOf = (part: number) => part) {
  return Array.from({ length: count }, (_, index) =>
    chunk(index + 1, { chapter_number: chapterOf(index + 1), chapter_title: `الفصل ${chapterOf(index + 1)}` }),
  )
}

function named(character_id: string, chunk_number: number, mention_count: number): Appearance {
  return { character_id, chunk_id: `part-${chunk_number}`, chunk_number, mention_count }
}

describe('columns', () => {
  test('are the parts of a short book', () => {
    expect(binsOf(parts(39), 60).map((bin) => bin.length)).toEqual(Array(39).fill(1))
  })

  test('of a long book hold equally many parts, and none is lost', () => {
    const bins = binsOf(parts(130), 60)

    expect(bins.length).toBeLessThanOrEqual(60)
    expect(new Set(bins.slice(0, -1).map((bin) => bin.length))).toEqual(new Set([3]))
    expect(bins.flat()).toEqual(parts(130))
  })

  test('of a book that is not cut into parts yet are none', () => {
    expect(binsOf([], 60)).toEqual([])
  })
})

describe('a row', () => {
  const counts = countsOf([named(SUAD, 2, 3), named(SUAD, 4, 5), named(BADR, 1, 9)])

  test('sums up the parts of a column, and leads to the first that names the character', () => {
    const cells = cellsOf(binsOf(parts(4), 2), counts.get(SUAD))

    expect(cells.map(({ count, chunk: first }) => [count, first?.chunk_number])).toEqual([[3, 2], [5, 4]])
  })

  test('of who is not named leads nowhere', () => {
    const cells = cellsOf(binsOf(parts(2), 2), counts.get('hind'))

    expect(cells.map(({ count, chunk: first }) => [count, first])).toEqual([[0, null], [0, null]])
  })

  test('shows one mention among hundreds', () => {
    expect(heightOf(1, 400)).toBeCloseTo(0.05)
    expect(heightOf(400, 400)).toBe(1)
    expect(heightOf(0, 0)).toBe(0)
  })
})

describe('what is not known', () => {
  test('is behind the place', () => {
    const [first, second] = binsOf(parts(4), 2) as [Bin, Bin]

    expect(isKnown(first, 2)).toBe(true)
    expect(isKnown(second, 2)).toBe(false)
    expect(isKnown(second, 3)).toBe(true)
    expect(isKnown(second, null)).toBe(true)
  })

  test('is not read yet', () => {
    expect(isKnown([chunk(1, { read_at: null })], null)).toBe(false)
  })
})

describe('marks', () => {
  test('stand where chapters begin', () => {
    const bins = binsOf(parts(6, (part) => (part <= 4 ? 1 : 2)), 60)

    expect(marksOf(bins, 7)).toEqual([{ number: 1, start: 0, span: 4 }, { number: 2, start: 4, span: 2 }])
  })

  test('of many chapters are fewer, and fill the row', () => {
    const marks = marksOf(binsOf(parts(24), 60), 7)

    expect(marks).toHaveLength(6)
    expect(marks.reduce((sum, { span }) => sum + span, 0)).toBe(24)
  })

  test('of a chapter that begins within a column stand at the column, at most one at each', () => {
    const late = binsOf(parts(4, (part) => (part <= 3 ? 1 : 2)), 2)
    const both = binsOf(parts(4, (part) => (part === 1 ? 1 : 2)), 2)

    expect(marksOf(late, 7).map(({ number, start }) => [number, start])).toEqual([[1, 0], [2, 1]])
    expect(marksOf(both, 7).map(({ number, start }) => [number, start])).toEqual([[1, 0]])
  })
})
