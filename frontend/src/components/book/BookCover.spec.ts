import { render } from '@testing-library/vue'
import { expect, test } from 'vitest'

import BookCover from './BookCover.vue'

test('a cover bears title and author', () => {
  const { container } = render(BookCover, { props: { title: 'قنديل المرفأ', author: 'نديم الصواف' } })

  expect(container.querySelector('.title')?.textContent).toBe('قنديل المرفأ')
  expect(container.querySelector('.author')?.textContent).toBe('نديم الصواف')
})

test('a book without a name has a cover, too', () => {
  const { container } = render(BookCover, { props: { title: null, author: null } })

  expect(container.querySelector('svg')).not.toBeNull()
  expect(container.textContent).toBe('')
})

test('each text is set in its own direction', () => {
  const { container } = render(BookCover, { props: { title: 'قصة مدينتين', author: 'Charles Dickens' } })

  expect(container.querySelector('.title')?.getAttribute('direction')).toBe('rtl')
  expect(container.querySelector('.author')?.getAttribute('direction')).toBe('ltr')
})

test('the patterns of two covers on one page are kept apart', () => {
  const one = { components: { BookCover }, template: '<BookCover title="ليلى" /><BookCover title="قيس" />' }
  const { container } = render(one)
  const ids = Array.from(container.querySelectorAll('[id]'), ({ id }) => id)

  expect(ids.length).toBe(4)
  expect(new Set(ids).size).toBe(4)
})
