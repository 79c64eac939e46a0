import { beforeEach, expect, test } from 'vitest'

import type { Character } from '@/api/generated'
import { i18n, LANGUAGES } from '@/locales'
import type { RelationshipType } from '@/theme/relationships'
import { within } from '@/testing/within'

import { inverseOf, useCharacterWords } from './useCharacterWords'

// Typed so that a role or a type which the server adds is missed here, too.
const ROLES: Record<Character['role'], true> = { main: true, secondary: true, minor: true }
const TYPES: Record<RelationshipType, true> = {
  family: true,
  friend: true,
  enemy: true,
  romantic: true,
  colleague: true,
  mentor: true,
  student: true,
  ally: true,
  rival: true,
  other: true,
}

const words = () => within(useCharacterWords, i18n)

beforeEach(() => {
  i18n.global.locale.value = 'ar'
})

test('Arabic says what a person is with the gender of that person', () => {
  const { relative } = words()

  expect(relative('student', 'male')).toBe('تلميذ')
  expect(relative('student', 'female')).toBe('تلميذة')
  expect(relative('student')).toBe('من التلاميذ')
})

test('who has a mentor is a student, seen from the other side', () => {
  expect(inverseOf('mentor')).toBe('student')
  expect(inverseOf('student')).toBe('mentor')
  expect(inverseOf('rival')).toBe('rival')
})

test('a feature without a name of its own is shown as the reader of the book gave it', () => {
  const { feature } = words()

  expect(feature('Hair ')).toBe('الشعر')
  expect(feature('left.knee')).toBe('left.knee')
})

test('certainty is told in words', () => {
  const { confidence } = words()

  expect([1, 0.9, 0.89, 0.6, 0.59].map(confidence)).toEqual(['عالية', 'عالية', 'متوسطة', 'متوسطة', 'منخفضة'])
})

test.each(LANGUAGES)('every role and every side of a relationship has its word in %s', (language) => {
  const { te } = i18n.global
  const genders = ['male', 'female', 'unknown']
  const sides = Object.keys(TYPES).flatMap((type) => genders.map((gender) => `character.relative.${type}.${gender}`))
  const ties = Object.keys(TYPES).map((type) => `character.tie.${type}`)
  const roles = Object.keys(ROLES).flatMap((role) => [`character.role.${role}`, `character.roleTitle.${role}`])

  expect([...sides, ...ties, ...roles].filter((key) => !te(key, language))).toEqual([])
})
