// What the browser fetches before anything is seen, as the server sends it: compressed.
import type { Page } from '@playwright/test'

import { book, choose, enter, expect, sendAndRead, test } from './test'

const MOST_SCRIPT = 250_000

async function bytesOf(page: Page, path: string): Promise<Record<'js' | 'css' | 'woff2', number>> {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  return page.evaluate(() => {
    const fetched = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const sum = (ending: string) =>
      fetched.filter(({ name }) => name.endsWith(ending)).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
    return { js: sum('.js'), css: sum('.css'), woff2: sum('.woff2') }
  })
}

test('a first load needs at most 250 kB of script', async ({ page, reader }) => {
  await choose(page, 'ar')
  const bytes = { login: await bytesOf(page, '/login') } as Record<string, Awaited<ReturnType<typeof bytesOf>>>
  await enter(page, reader)
  const bookId = await sendAndRead(page.request, reader, book('the_harbour_lamp'))
  bytes.library = await bytesOf(page, '/library')
  bytes.overview = await bytesOf(page, `/books/${bookId}`)

  console.log(JSON.stringify(bytes))
  for (const [name, { js }] of Object.entries(bytes)) {
    expect.soft(js, name).toBeGreaterThan(0)
    expect.soft(js, name).toBeLessThanOrEqual(MOST_SCRIPT)
  }
})
