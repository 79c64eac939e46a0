import { expect, test } from 'vitest'

import { i18n, pluralForm } from '.'

function keysOf(sentences: object, prefix = ''): string[] {
  return Object.entries(sentences).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}

test('both languages say the same', () => {
  const { ar, en } = i18n.global.messages.value

  expect(keysOf(ar).sort()).toEqual(keysOf(en).sort())
})

test('Arabic counts in six forms and English in two', () => {
  expect([0, 1, 2, 3, 11, 100].map((count) => pluralForm('ar', count))).toEqual([0, 1, 2, 3, 4, 5])
  expect([0, 1, 2, 100].map((count) => pluralForm('en', count))).toEqual([1, 0, 1, 1])
})
