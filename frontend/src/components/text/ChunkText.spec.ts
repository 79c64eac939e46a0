import userEvent from '@testing-library/user-event'
import { screen } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'

import { show } from '@/testing/show'

import ChunkText from './ChunkText.vue'

const TEXT = 'جلس سالم وحده.\nقال أبو محمد: «يا سالِمُ، أين مريم؟»'
const mention = (id: string, name: string, ...spans: number[][]) => ({
  character_id: id,
  name,
  mention_count: spans.length,
  spans,
})
const SALEM = mention('salem', 'سالم النجار', [4, 8], [33, 38])
const MUHAMMAD = mention('muhammad', 'أبو محمد', [19, 27])

const scrollIntoView = vi.fn()
beforeEach(() => {
  Element.prototype.scrollIntoView = scrollIntoView.mockClear()
})

function chunkText(props: object) {
  return show(ChunkText, { bookId: 'b1', text: TEXT, mentions: [], claim: null, ...props })
}

test('a text is shown in paragraphs, unchanged', async () => {
  const { container } = await chunkText({ mentions: [SALEM, MUHAMMAD] })

  const paragraphs = [...container.querySelectorAll('p')].map((paragraph) => paragraph.textContent)
  expect(paragraphs).toEqual(TEXT.split('\n'))
})

test('a name leads to whom it names', async () => {
  await chunkText({ mentions: [SALEM, MUHAMMAD] })

  expect(screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['سالم', '/books/b1/characters/salem'],
    ['أبو محمد', '/books/b1/characters/muhammad'],
    ['سالِمُ', '/books/b1/characters/salem'],
  ])
})

test('of a name within a name the inner one is meant', async () => {
  await chunkText({ mentions: [MUHAMMAD, mention('other', 'محمد', [23, 27])] })

  expect(screen.getByRole('link', { name: 'محمد' }).getAttribute('href')).toBe('/books/b1/characters/other')
  expect(screen.getByRole('link', { name: 'أبو' }).getAttribute('href')).toBe('/books/b1/characters/muhammad')
})

test('the words of a claim are marked, brought into view and focused', async () => {
  const focus = vi.spyOn(HTMLElement.prototype, 'focus')

  const { container } = await chunkText({ claim: { start: 15, end: 27 } })

  const claimed = container.querySelector('mark')
  expect(claimed?.textContent).toBe('قال أبو محمد')
  expect(scrollIntoView.mock.contexts).toEqual([claimed])
  expect(focus.mock.contexts).toEqual([claimed])
})

test('a name within a claim is marked and still leads on', async () => {
  const { container } = await chunkText({ claim: { start: 15, end: 27 }, mentions: [MUHAMMAD] })

  expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['قال ', 'أبو محمد'])
  expect(screen.getByRole('link', { name: 'أبو محمد' })).toBeTruthy()
})

test('another claim in the same text is brought into view, too', async () => {
  const { rerender } = await chunkText({ claim: { start: 0, end: 8 } })

  await rerender({ claim: { start: 15, end: 27 } })

  expect(document.activeElement?.textContent).toBe('قال أبو محمد')
})

test('a text without a claim does not scroll', async () => {
  await chunkText({ mentions: [SALEM] })

  expect(scrollIntoView).not.toHaveBeenCalled()
})

test('who is named is told when a name is focused or pointed at', async () => {
  await chunkText({ mentions: [SALEM, MUHAMMAD] })
  expect(screen.queryByRole('tooltip')).toBeNull()

  await userEvent.tab()
  expect(screen.getByRole('tooltip').textContent).toBe('سالم النجار')

  await userEvent.hover(screen.getByRole('link', { name: 'أبو محمد' }))
  expect(screen.getByRole('tooltip').textContent).toBe('أبو محمد')
})
