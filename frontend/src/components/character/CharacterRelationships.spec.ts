import { screen, within } from '@testing-library/vue'
import { expect, test } from 'vitest'

import { relativesOf } from '@/composables/useRelatives'
import { BADR, character, fact, relationship, SUAD } from '@/testing/characters'
import { show } from '@/testing/show'

import CharacterRelationships from './CharacterRelationships.vue'

const tells = (key: string, from = BADR) =>
  fact('relationship', key, { key, character_id: from, other_character_id: SUAD })

test('the other one is named with what he is to her, and leads to his page', async () => {
  const relatives = relativesOf(SUAD, [relationship([tells('student')])])
  const cast = new Map([[BADR, character({ character_id: BADR, name: 'بدر', gender: 'male' })]])

  await show(CharacterRelationships, { bookId: 'b', relatives, cast })

  expect(screen.getByRole('link', { name: 'بدر' }).getAttribute('href')).toBe('/books/b/characters/badr')
  expect(screen.getByText('تلميذ')).toBeTruthy()
})

test('who is only seen with her stands apart', async () => {
  const seen = relationship([tells('other', 'layla')], { character_id_1: 'layla', name_1: 'ليلى', relationship_type: 'other' })
  const relatives = relativesOf(SUAD, [relationship([tells('student')]), seen])

  await show(CharacterRelationships, { bookId: 'b', relatives, cast: new Map() })

  const apart = screen.getByRole('region', { name: 'ظهور مع شخصيات أخرى' })
  expect(within(apart).getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['ليلى'])
  expect(within(apart).queryByText('ظهرا معًا')).toBeNull()
})
