import { screen } from '@testing-library/vue'
import { expect, test } from 'vitest'

import type { Evidence } from '@/api/generated'
import { show } from '@/testing/show'

import EvidenceLink from './EvidenceLink.vue'

const EVIDENCE: Evidence = {
  kind: 'occupation',
  key: '',
  value: 'نجار',
  character_id: 'salem',
  other_character_id: null,
  chunk_id: 'c3',
  chunk_number: 3,
  start: 42,
  end: 57,
  quote: 'كان سالم نجارا',
}

test('a quote leads to its words in the text', async () => {
  await show(EvidenceLink, { bookId: 'b1', evidence: EVIDENCE })

  const link = screen.getByRole('link', { name: /كان سالم نجارا/ })
  expect(link.getAttribute('href')).toBe('/books/b1/text/3?start=42&end=57')
})
