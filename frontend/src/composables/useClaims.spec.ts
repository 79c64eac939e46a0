import { expect, test } from 'vitest'

import { BADR, character, details, fact } from '@/testing/characters'

import { claimsOf, type Claim } from './useClaims'

const valuesOf = (claims: Claim[]) => claims.map(({ value }) => value)

test('every place that says a claim is with it, in reading order', () => {
  const later = fact('trait', 'كريمة', { chunk_number: 7 })
  const first = fact('trait', 'كريمة', { chunk_number: 2 })

  const { traits } = claimsOf(details([later, fact('trait', 'صبورة', { chunk_number: 3 }), first]))

  expect(traits.map(({ value, evidence }) => [value, ...evidence.map(({ chunk_number }) => chunk_number)])).toEqual([
    ['كريمة', 2, 7],
    ['صبورة', 3],
  ])
})

test('what no place says is not shown', () => {
  const { character_data: profile } = character()
  const untold = { ...profile, gender: 'female', aliases: ['أم بدر'], age: 'شابة', occupation: 'معلمة' }

  const claims = claimsOf(details([], { character_data: untold }))

  expect(Object.values(claims).flat()).toEqual([])
})

test('of an age and an occupation the latest comes first, with its own places', () => {
  const young = fact('age', 'فتاة', { chunk_number: 1 })
  const again = fact('age', 'فتاة', { chunk_number: 2 })
  const old = fact('age', 'عجوز', { chunk_number: 9 })

  const { age } = claimsOf(details([old, again, young]))

  expect(age).toEqual([
    { value: 'عجوز', evidence: [old] },
    { value: 'فتاة', evidence: [young, again] },
  ])
})

test('names are those of the profile: a declined form is no alias', () => {
  const { character_data: profile } = character()
  const evidence = [fact('name', 'سعادا'), fact('name', 'سعاد'), fact('alias', 'أم بدر'), fact('alias', 'سعاد')]

  const { name, aliases } = claimsOf(details(evidence, { character_data: { ...profile, aliases: ['أم بدر'] } }))

  expect(valuesOf(name)).toEqual(['سعاد'])
  expect(name[0]?.evidence).toHaveLength(2)
  expect(valuesOf(aliases)).toEqual(['أم بدر'])
})

test('a gender has the places that say it, not those that say another', () => {
  const { gender } = claimsOf(details([fact('gender', 'male'), fact('gender', 'female')]))

  expect(valuesOf(gender)).toEqual(['female'])
  expect(gender[0]?.evidence).toHaveLength(1)
})

test('looks go by feature', () => {
  const evidence = [fact('physical', 'أسود', { key: 'hair' }), fact('physical', 'طويلة', { key: 'height' })]

  const { looks } = claimsOf(details([...evidence, fact('physical', 'أشيب', { key: 'hair', chunk_number: 8 })]))

  expect(looks.map(({ feature, claims }) => [feature, ...valuesOf(claims)])).toEqual([
    ['hair', 'أسود', 'أشيب'],
    ['height', 'طويلة'],
  ])
})

test('what is said of someone else is not said of the character', () => {
  const others = fact('trait', 'كريم', { character_id: BADR, other_character_id: 'suad' })

  expect(claimsOf(details([others])).traits).toEqual([])
})

test('events stand in the order of the book', () => {
  const evidence = [fact('event', 'تزوجت', { key: 'high', chunk_number: 5 }), fact('event', 'سافرت', { chunk_number: 2 })]

  const { events } = claimsOf(details(evidence))

  expect(events.map(({ value, importance, chunkNumber }) => [value, importance, chunkNumber])).toEqual([
    ['سافرت', '', 2],
    ['تزوجت', 'high', 5],
  ])
})
