import { screen } from '@testing-library/vue'
import { expect, test } from 'vitest'

import { claimsOf } from '@/composables/useClaims'
import { details, fact } from '@/testing/characters'
import { show } from '@/testing/show'

import CharacterProfile from './CharacterProfile.vue'

test('what was said last stands first, and what was said before is marked so', async () => {
  const evidence = [fact('age', 'فتاة'), fact('age', 'عجوز', { chunk_number: 9 })]

  await show(CharacterProfile, { bookId: 'b', claims: claimsOf(details(evidence)) })

  expect(screen.getByRole('definition').textContent).toMatch(/عجوز.*وقبل ذلك.*فتاة/s)
})

test('features and genders have names, words of the text stay', async () => {
  const evidence = [fact('gender', 'female'), fact('physical', 'أسود', { key: 'hair' }), fact('physical', 'ثقيل', { key: 'tread' }), fact('physical', 'مهيبة')]

  await show(CharacterProfile, { bookId: 'b', claims: claimsOf(details(evidence)) })

  expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['الجنس', 'الشعر', 'tread', 'المظهر'])
  expect(screen.getByText('أنثى')).toBeTruthy()
})

test('it is said that the text tells nothing', async () => {
  await show(CharacterProfile, { bookId: 'b', claims: claimsOf(details([fact('name', 'سعاد')])) })

  expect(screen.getByText('لم نجد عن هذه الشخصية شيئًا آخر.')).toBeTruthy()
  expect(screen.queryByRole('term')).toBeNull()
})
