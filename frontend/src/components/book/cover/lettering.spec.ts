import { expect, test } from 'vitest'

import { directionOf, LEADING, letter, widthOf, type Box } from './lettering'

const BOX: Box = { width: 150, height: 130, largest: 44, smallest: 17 }

const TITLES = [
  'زينب',
  'إبراهيم الكاتب',
  'خريف في حيّ النجّارين',
  'رحلة الشيخ أبي عبد الله في عجائب الأسفار وغرائب الأمصار وما رآه في بلاد السند والهند والصين',
  'أفاستسقيناكموهاأفاستسقيناكموها',
  'Donaudampfschifffahrtsgesellschaftskapitän',
  'شيء من الحب: Love Story',
  'ل'.repeat(400),
  '?',
]

test.each(TITLES)('%s stays within its box', (title) => {
  const { size, lines } = letter(title, BOX)

  expect(lines.length * size * LEADING).toBeLessThanOrEqual(BOX.height)
  for (const { text, pressedTo } of lines) expect(pressedTo ?? widthOf(text) * size).toBeLessThanOrEqual(BOX.width)
})

test.each(TITLES)('%s is as large as fits, and can be read', (title) => {
  const { size } = letter(title, BOX)

  expect(size).toBeGreaterThanOrEqual(BOX.smallest)
  expect(size).toBeLessThanOrEqual(BOX.largest)
})

test('a short title is as large as can be', () => {
  expect(letter('زينب', BOX)).toEqual({ size: 44, lines: [{ text: 'زينب' }] })
})

test('words stay whole and in order', () => {
  const title = 'خريف في حيّ النجّارين'

  const { lines } = letter(title, BOX)

  expect(lines.length).toBeGreaterThan(1)
  expect(lines.map(({ text }) => text).join(' ')).toBe(title)
})

test('lines are of about the same length', () => {
  const four = 'كتاب كتاب كتاب كتاب'
  const box = { width: widthOf(four) * 20, height: 100, largest: 20, smallest: 20 }

  const { lines } = letter(`${four} كتاب`, box)

  expect(lines.map(({ text }) => text)).toEqual(['كتاب كتاب كتاب', 'كتاب كتاب'])
})

test('what does not fit at the smallest size is cut, and says so', () => {
  const { lines } = letter('كلمة '.repeat(80), BOX)

  expect(lines.at(-1)?.text).toMatch(/…$/)
})

test('a word that is a little too long is pressed, one that is far too long is cut', () => {
  const narrow = { ...BOX, width: 100 }

  expect(letter('أفاستسقيناكموها', narrow).lines).toEqual([{ text: 'أفاستسقيناكموها', pressedTo: 100 }])
  expect(letter('ض'.repeat(40), narrow).lines[0]?.text).toMatch(/^ض+…$/)
})

test('no title has no lines', () => {
  expect(letter(' ', BOX).lines).toEqual([])
})

test('vowel marks take no room', () => {
  expect(widthOf('حَيٌّ')).toBe(widthOf('حي'))
})

test('the first letter gives the direction', () => {
  expect(directionOf('شيء من الحب: Love Story')).toBe('rtl')
  expect(directionOf('1984: رواية')).toBe('rtl')
  expect(directionOf('«The» رواية')).toBe('ltr')
})
