import { expect, test } from 'vitest'

import { hueOf, initialOf } from './monogram'

test.each([
  ['سعاد', 'س'],
  ['الشيخ رجب', 'ش'],
  ['«المعلّم»', 'م'],
  ['الأمير', 'أ'],
  ['ال', 'ا'],
  ['mariam', 'M'],
  ['', ''],
])('%s is drawn as %s', (name, initial) => {
  expect(initialOf(name)).toBe(initial)
})

test('a name keeps its hue, and most names differ', () => {
  const names = ['سعاد', 'رجب', 'مرجانة', 'أبو زيد', 'عطية', 'لبيب']

  expect(names.map(hueOf)).toEqual(names.map(hueOf))
  expect(new Set(names.map(hueOf)).size).toBeGreaterThan(3)
})
