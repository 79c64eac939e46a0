import { expect, test } from 'vitest'

import { i18n, pluralForm } from '.'

const sources = import.meta.glob<string>(['../**/*.{vue,ts}', '!../**/*.spec.ts', '!../api/generated/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

function keysOf(sentences: object, prefix = ''): string[] {
  return Object.entries(sentences).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}

test('both languages say the same', () => {
  const { ar, en } = i18n.global.messages.value

  expect(keysOf(ar).sort()).toEqual(keysOf(en).sort())
})

test('every sentence that the app asks for by its full key is there', () => {
  const asked = Object.values(sources).flatMap((source) => [...source.matchAll(/(?:\bt\('|keypath=")([\w.-]+)['"]/g)].map(([, key]) => key ?? ''))

  expect(asked.length).toBeGreaterThan(200)
  expect(asked.filter((key) => !keysOf(i18n.global.messages.value.ar).includes(key))).toEqual([])
})

test('Arabic counts in six forms and English in two', () => {
  expect([0, 1, 2, 3, 11, 100].map((count) => pluralForm('ar', count))).toEqual([0, 1, 2, 3, 4, 5])
  expect([0, 1, 2, 100].map((count) => pluralForm('en', count))).toEqual([1, 0, 1, 1])
})
