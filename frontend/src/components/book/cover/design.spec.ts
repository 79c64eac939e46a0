import { expect, test } from 'vitest'

import { designOf } from './design'

const BOOKS = Array.from({ length: 200 }, (_, number) => designOf(`رواية ${number}`, 'كاتبة الاختبار'))

test('the same book always has the same cover', () => {
  expect(designOf('زينب', 'محمد حسين هيكل')).toEqual(designOf('زينب', 'محمد حسين هيكل'))
})

test('title and author both count, and are not mixed up', () => {
  expect(designOf('ليلى', 'قيس')).not.toEqual(designOf('قيس', 'ليلى'))
})

test.each(['palette', 'layout', 'tiling', 'rays'] as const)('no %s is rare', (part) => {
  const counts = new Map<unknown, number>()
  for (const design of BOOKS) counts.set(design[part], (counts.get(design[part]) ?? 0) + 1)
  const fair = BOOKS.length / counts.size

  expect(counts.size).toBeGreaterThan(3)
  expect(Math.min(...counts.values())).toBeGreaterThan(fair / 3)
})

test('two covers are seldom alike', () => {
  const looks = BOOKS.map(({ palette, layout, tiling, rays }) => [palette.ground, layout, tiling.figure, rays].join())

  expect(new Set(looks).size).toBeGreaterThan(150)
})

test('a book without a name has a blank cover', () => {
  const blank = designOf('', '').palette

  expect(BOOKS.map(({ palette }) => palette)).not.toContainEqual(blank)
})
