import { expect, test } from 'vitest'

import { hasSixDigits, isAtLeast, isAtMost, isEmail, isNotBlank, isRequired, isSameAs, isText } from './rules'

test.each(['amina@example.com', ' amina@example.com ', 'a.b+c@sub.example.org', 'أمينة@مثال.السعودية', 'root@localhost'])(
  '%s is an e-mail address',
  (address) => {
    expect(isEmail(address)).toBeNull()
  },
)

test.each(['', 'amina', 'amina@', '@example.com', 'amina@example', 'a b@example.com', 'amina.@example.com', 'a@b@c'])(
  '%s is no e-mail address',
  (address) => {
    expect(isEmail(address)).not.toBeNull()
  },
)

test('blanks alone say nothing', () => {
  expect(isNotBlank('  ')).not.toBeNull()
  expect(isNotBlank(' أ ')).toBeNull()
})

test('a password may be of blanks', () => {
  expect(isRequired('        ')).toBeNull()
  expect(isRequired('')).not.toBeNull()
})

test('length is counted in characters', () => {
  expect(isAtLeast(8)('🌙🌙🌙🌙', {})).toEqual({ key: 'common.rules.short', count: 8 })
  expect(isAtLeast(8)('كلمة سرّ', {})).toBeNull()
  expect(isAtMost(2)('🌙🌙', {})).toBeNull()
  expect(isAtMost(2)('🌙🌙🌙', {})).not.toBeNull()
})

test('a code may be written in any digits, with blanks between', () => {
  expect(hasSixDigits('123456')).toBeNull()
  expect(hasSixDigits('١٢٣ ٤٥٦')).toBeNull()
  expect(hasSixDigits('12345')).not.toBeNull()
  expect(hasSixDigits('12345a')).not.toBeNull()
})

test('what is said twice has to be the same', () => {
  const values = { password: 'a long password', again: '' }

  expect(isSameAs<typeof values>('password')('a long password', values)).toBeNull()
  expect(isSameAs<typeof values>('password')('another', values)).not.toBeNull()
})

test('control characters are no text', () => {
  expect(isText('أ\u0000')).not.toBeNull()
  expect(isText('أمينة سعيد')).toBeNull()
})
