import { expect, test } from 'vitest'

import { foldedArabic } from './arabic'

test.each([
  ['أَحْمَد', 'احمد'],
  ['إبراهيم', 'ابراهيم'],
  ['ليلى', 'ليلي'],
  ['فاطمـــة', 'فاطمه'],
  ['Layla', 'layla '],
])('%s is found as %s', (name, asked) => {
  expect(foldedArabic(name)).toBe(foldedArabic(asked))
})

test('different names stay different', () => {
  expect(foldedArabic('سالم')).not.toBe(foldedArabic('سليم'))
})
