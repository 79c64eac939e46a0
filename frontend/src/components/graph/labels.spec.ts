import { expect, test } from 'vitest'

import { lettersAt, namesWithin, type Circle } from './labels'

const widthOf = (name: string, letters: number) => name.length * letters

function circle(id: string, x: number, y: number, weight: number): Circle {
  return { id, name: 'زينب', role: 'minor', x, y, radius: 10, weight }
}

function namesOf(...circles: Circle[]): Record<string, string> {
  return Object.fromEntries(namesWithin(circles, 1, widthOf))
}

test('names with room are written below', () => {
  expect(namesOf(circle('one', 0, 0, 5), circle('other', 200, 0, 50))).toEqual({ one: 'below', other: 'below' })
})

test('of two names that would cover each other, that of who is mentioned less goes above', () => {
  expect(namesOf(circle('one', 0, 0, 5), circle('other', 25, 5, 50))).toEqual({ one: 'above', other: 'below' })
})

test('a name without room on either side is not written', () => {
  const crowd = [circle('one', 0, 0, 5), circle('below', 25, 5, 50), circle('above', -25, -42, 40)]

  expect(namesOf(...crowd)).toEqual({ below: 'below', above: 'below' })
})

test('no name is written over the circle of someone mentioned more', () => {
  expect(namesOf(circle('one', 0, 0, 5), circle('other', 0, 25, 50))).toEqual({ one: 'above', other: 'below' })
})

test('names are as large from afar as they are at their own size', () => {
  expect(lettersAt(0.2, 'minor')).toBe(lettersAt(1, 'minor'))
  expect(lettersAt(0.2, 'minor')).toBeGreaterThanOrEqual(11)
  expect(lettersAt(2, 'minor')).toBeGreaterThan(lettersAt(1, 'minor'))
})

test('who is main has larger letters', () => {
  expect(lettersAt(1, 'main')).toBeGreaterThan(lettersAt(1, 'minor'))
})
