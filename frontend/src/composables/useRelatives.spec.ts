import { expect, test } from 'vitest'

import { BADR, fact, relationship, SUAD } from '@/testing/characters'

import { relativesOf } from './useRelatives'

const tells = (key: string, from = BADR, to = SUAD) =>
  fact('relationship', `${key} ${from}`, { key, character_id: from, other_character_id: to })

const links = [relationship([tells('student'), tells('mentor', SUAD, BADR), tells('other')])]

test('each side reads what the other one is', () => {
  expect(relativesOf(SUAD, links)).toMatchObject([{ id: BADR, name: 'بدر', ties: [{ type: 'student' }, { type: 'other' }] }])
  expect(relativesOf(BADR, links)).toMatchObject([{ id: SUAD, name: 'سعاد', ties: [{ type: 'mentor' }, { type: 'other' }] }])
})

test('a fact that is told from the other side is evidence of the same tie', () => {
  const [badr] = relativesOf(SUAD, links)

  expect(badr?.ties.map(({ evidence }) => evidence.length)).toEqual([2, 1])
})

test('links of others are left out', () => {
  expect(relativesOf('layla', links)).toEqual([])
})

test('a link that no place says is not shown', () => {
  expect(relativesOf(SUAD, [relationship([])])).toEqual([])
})

test('a description is shown where it is more than a quote', () => {
  const quoted = relationship([fact('relationship', '', { key: 'student', character_id: BADR, quote: 'بدر\nتلميذها' })])

  expect(relativesOf(SUAD, [{ ...quoted, description: 'بدر تلميذها' }])[0]?.description).toBeNull()
  expect(relativesOf(SUAD, [{ ...quoted, description: 'تعلّم عندها' }])[0]?.description).toBe('تعلّم عندها')
})

test('who is only seen beside them comes behind whom the text tells of', () => {
  const seen = { ...relationship([tells('other', 'layla'), tells('other', 'layla')]), character_id_1: 'layla' }
  const both = relativesOf(SUAD, [{ ...seen, relationship_type: 'other' }, ...links])

  expect(both.map(({ id }) => id)).toEqual([BADR, 'layla'])
})
