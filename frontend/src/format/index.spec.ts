import { expect, test } from 'vitest'

import { formatIn } from '.'

test('digits are Western in both languages', () => {
  expect(formatIn('ar').number(1234)).toBe('1,234')
  expect(formatIn('en').number(1234)).toBe('1,234')
})

test('sizes are told in the unit that fits', () => {
  expect(formatIn('en').bytes(0)).toBe('0 byte')
  expect(formatIn('en').bytes(1536)).toBe('1.5 kB')
  expect(formatIn('en').bytes(50 * 1024 ** 2)).toBe('50 MB')
})

test('languages have names', () => {
  expect(formatIn('ar').language('ar')).toBe('العربية')
  expect(formatIn('en').language('fa')).toBe('Persian')
})

test('small costs are told to the hundredth of a cent', () => {
  expect(formatIn('ar').dollars(0.0123)).toBe('$0.0123')
  expect(formatIn('en').dollars(2)).toBe('$2.00')
})
