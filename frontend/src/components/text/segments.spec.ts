import { expect, test } from 'vitest'

import { paragraphsOf, type Span } from './segments'

interface Named extends Span {
  name: string
}

const named = (name: string, start: number, end: number): Named => ({ name, start, end })

/** What stands in each paragraph: plain text, or [text, names of the marks that cover it]. */
function shown(text: string, marks: Named[]) {
  return paragraphsOf(text, marks).map((segments) =>
    segments.map((segment) =>
      segment.marks.length === 0 ? segment.text : [segment.text, ...segment.marks.map(({ name }) => name)],
    ),
  )
}

test('a text without marks stays in one piece', () => {
  expect(shown('جلس سالم', [])).toEqual([['جلس سالم']])
})

test('a text is cut where a mark begins and ends', () => {
  expect(shown('جلس سالم وحده', [named('سالم', 4, 8)])).toEqual([['جلس ', ['سالم', 'سالم'], ' وحده']])
})

test('marks at both ends of a text leave nothing empty beside them', () => {
  expect(shown('سالم ومريم', [named('سالم', 0, 4), named('مريم', 6, 10)])).toEqual([
    [['سالم', 'سالم'], ' و', ['مريم', 'مريم']],
  ])
})

test('marks that touch stay apart', () => {
  expect(shown('سالمسالم', [named('1', 0, 4), named('2', 4, 8)])).toEqual([[['سالم', '1'], ['سالم', '2']]])
})

test('a name within a name has the longer mark first', () => {
  const marks = [named('محمد', 4, 8), named('أبو محمد', 0, 8)]

  expect(shown('أبو محمد هنا', marks)).toEqual([
    [['أبو ', 'أبو محمد'], ['محمد', 'أبو محمد', 'محمد'], ' هنا'],
  ])
})

test('marks that overlap share the middle', () => {
  expect(shown('عبد الله بن عمر', [named('1', 0, 11), named('2', 4, 15)])).toEqual([
    [['عبد ', '1'], ['الله بن', '1', '2'], [' عمر', '2']],
  ])
})

test('two marks on the same words both cover them', () => {
  expect(shown('الشيخ', [named('1', 0, 5), named('2', 0, 5)])).toEqual([[['الشيخ', '1', '2']]])
})

test('each line is a paragraph, and empty ones are none', () => {
  expect(shown('\nجلس سالم\n\n  \nقامت مريم\n', [])).toEqual([['جلس سالم'], ['قامت مريم']])
})

test('a mark that crosses lines covers its part of each', () => {
  expect(shown('قال سالم\nومضى بعيدا', [named('قول', 4, 13)])).toEqual([
    ['قال ', ['سالم', 'قول']],
    [['ومضى', 'قول'], ' بعيدا'],
  ])
})

test('offsets count code points where a letter takes two UTF-16 units', () => {
  const text = '𞸀 جلس 😀 سالم'

  expect(shown(text, [named('سالم', 8, 12)])).toEqual([['𞸀 جلس 😀 ', ['سالم', 'سالم']]])
})

test('a letter keeps its vowel marks when a mark ends before them', () => {
  expect(shown('جاءَ سالِمٌ أمس', [named('سالم', 5, 10)])).toEqual([['جاءَ ', ['سالِمٌ', 'سالم'], ' أمس']])
})

test('a mark that begins on a vowel mark begins behind it', () => {
  expect(shown('وَسالم', [named('سالم', 1, 6)])).toEqual([['وَ', ['سالم', 'سالم']]])
})

test('every vowel mark stays in the text, once', () => {
  const text = 'قالَ الشّيخُ: «يا سالِمُ»\nثُمَّ سَكَتَ.'
  const marks = Array.from({ length: 30 }, (_, start) => named('x', start, start + 3))

  const lines = paragraphsOf(text, marks).map((segments) => segments.map((segment) => segment.text).join(''))

  expect(lines.join('\n')).toBe(text)
})

test('a mark that reaches beyond the text ends with it', () => {
  expect(shown('سالم', [named('كل', -2, 99)])).toEqual([[['سالم', 'كل']]])
})

test.each([
  ['nothing', 3, 3],
  ['less than nothing', 5, 2],
  ['what is behind the text', 20, 30],
  ['what is no number', NaN, NaN],
])('a mark of %s marks nothing', (_, start, end) => {
  expect(shown('جلس سالم', [named('لا', start, end)])).toEqual([['جلس سالم']])
})

test('segments say where they stand in the text', () => {
  const [first, second] = paragraphsOf('جلس سالم\nقامت مريم', [named('مريم', 14, 18)])

  expect(first).toMatchObject([{ start: 0, end: 8 }])
  expect(second).toMatchObject([{ start: 9, end: 14 }, { start: 14, end: 18 }])
})

test('an empty text has no paragraph', () => {
  expect(paragraphsOf('', [named('لا', 0, 3)])).toEqual([])
})
