import { screen, within } from '@testing-library/vue'
import { expect, test } from 'vitest'

import { claimsOf } from '@/composables/useClaims'
import { details, fact } from '@/testing/characters'
import { show } from '@/testing/show'

import CharacterEvents from './CharacterEvents.vue'

test('events follow the book, each with its chapter and its words', async () => {
  const evidence = [
    fact('event', 'انتقلت إلى المدينة', { chunk_number: 6, key: 'low', quote: 'حملت متاعها ومضت' }),
    fact('event', 'سافرت سعاد', { chunk_number: 2, key: 'high', quote: 'سافرت\nسعاد' }),
  ]

  const { events } = claimsOf(details(evidence))
  await show(CharacterEvents, { bookId: 'b', events, chapterAt: (chunk: number) => `الفصل ${chunk}` })

  const [first, second] = screen.getAllByRole('listitem').map((item) => within(item))
  expect(first?.getByText('الفصل 2')).toBeTruthy()
  expect(first?.getAllByText(/سافرت/)).toHaveLength(1)
  expect(first?.getByText('حدث فاصل')).toBeTruthy()
  expect(second?.getByText('انتقلت إلى المدينة')).toBeTruthy()
  expect(second?.getByRole('link').getAttribute('href')).toContain('/text/6?')
})
