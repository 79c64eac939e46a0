import { screen, within } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'

import { fact } from '@/testing/characters'
import { show } from '@/testing/show'

import ClaimValue from './ClaimValue.vue'

test('a claim opens all the places that say it, each with its words', async () => {
  const evidence = [
    fact('occupation', 'خبازة', { chunk_number: 2, start: 5, end: 10, quote: 'خبازة في السوق' }),
    fact('occupation', 'خبازة', { chunk_number: 9, start: 0, end: 7, quote: 'الخبازة' }),
  ]
  await show(ClaimValue, { bookId: 'b', evidence })

  await userEvent.click(screen.getByRole('button', { name: /موضعيه/ }))

  const links = within(await screen.findByRole('dialog')).getAllByRole('link')
  expect(links.map((link) => link.textContent)).toEqual([
    expect.stringContaining('خبازة في السوق'),
    expect.stringContaining('الخبازة'),
  ])
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/books/b/text/2?start=5&end=10',
    '/books/b/text/9?start=0&end=7',
  ])
})
