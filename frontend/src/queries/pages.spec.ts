import { expect, test } from 'vitest'

import { allRows } from './pages'

test('all pages are put together in order, however late one comes', async () => {
  const pages = [['زينب', 'حامد'], ['حسن', 'عزيزة'], ['خليل']]
  const pageOf = async (page: number) => {
    await new Promise((resolve) => setTimeout(resolve, 10 * (pages.length - page)))
    return { data: pages[page - 1] as string[], pagination: { total_pages: pages.length } }
  }

  expect(await allRows(pageOf)).toEqual(['زينب', 'حامد', 'حسن', 'عزيزة', 'خليل'])
})

test('a list without rows has no pages', async () => {
  const asked: number[] = []
  const pageOf = (page: number) => {
    asked.push(page)
    return Promise.resolve({ data: [], pagination: { total_pages: 0 } })
  }

  expect(await allRows(pageOf)).toEqual([])
  expect(asked).toEqual([1])
})
