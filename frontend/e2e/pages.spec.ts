// Every page in both languages, light and dark: axe finds nothing, and a picture is kept to be looked at.
// `BOOK=some.epub` shows another book in the pictures (`npm run e2e -- pages`).
import { readFileSync } from 'node:fs'

import type { APIRequestContext, Page } from '@playwright/test'

import { book, choose, expect, expectAccessible, LANGUAGES, logIn, said, test, type Reader } from './test'

const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1280, height: 800 }

const GUESTS = { login: '/login', register: '/register', forgotten: '/forgotten' }

interface Shown {
  bookId: string
  characterId: string
}

function pagesOf({ bookId, characterId }: Shown): Record<string, string> {
  const path = `/books/${bookId}`
  return {
    library: '/library',
    deleted: '/library?deleted=true',
    overview: path,
    characters: `${path}/characters`,
    character: `${path}/characters/${characterId}`,
    graph: `${path}/graph`,
    chart: `${path}/chart`,
    text: `${path}/text/2`,
    account: '/account',
    nowhere: '/nowhere/at/all',
  }
}

async function readBook(request: APIRequestContext, { email, password }: Reader): Promise<Shown> {
  const login = await request.post('/api/auth/login/', { data: { email, password } })
  const { data } = (await login.json()) as { data: { access: string } }
  const headers = { Authorization: `Bearer ${data.access}` }
  const file = {
    name: 'book.epub',
    mimeType: 'application/epub+zip',
    buffer: readFileSync(process.env.BOOK ?? book('the_mulberry_house')),
  }
  const answer = await request.post('/api/books/', { headers, multipart: { file } })
  const { data: uploaded } = (await answer.json()) as { data: { book_id: string } }
  const bookId = uploaded.book_id
  const status = async () => {
    const answer = await request.get(`/api/books/${bookId}/`, { headers })
    const { data: book } = (await answer.json()) as { data: { processing_status: string } }
    return book.processing_status
  }
  await expect.poll(status, { timeout: 60_000 }).toBe('completed')
  const cast = await request.get(`/api/characters/?book_id=${bookId}`, { headers })
  const { data: characters } = (await cast.json()) as { data: { character_id: string }[] }
  return { bookId, characterId: characters[0]?.character_id ?? '' }
}

async function look(page: Page, name: string, kind: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('.v-skeleton-loader')).toHaveCount(0)
  await expectAccessible(page)
  for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    await page.setViewportSize(viewport)
    await expectNothingSticksOut(page)
    await page.screenshot({ path: `screenshots/${name}-${kind}-${size}.png`, animations: 'disabled' })
  }
  await page.setViewportSize(DESKTOP)
}

async function expectNothingSticksOut(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  expect(scrollWidth, 'the page does not scroll sideways').toBeLessThanOrEqual(clientWidth)
}

for (const language of LANGUAGES) {
  for (const theme of ['light', 'dark'] as const) {
    test(`all pages are for everyone, in ${language}, ${theme}`, async ({ page, reader, request }) => {
      test.setTimeout(180_000)
      await choose(page, language, theme)
      for (const [name, path] of Object.entries(GUESTS)) {
        await page.goto(path)
        await look(page, name, `${language}-${theme}`)
      }
      await logIn(page, language, reader)
      await expect(page.getByText(said(language, 'library.empty.title'))).toBeVisible()
      await look(page, 'empty', `${language}-${theme}`)
      const shown = await readBook(request, reader)
      for (const [name, path] of Object.entries(pagesOf(shown))) {
        await page.goto(path)
        await look(page, name, `${language}-${theme}`)
      }
    })
  }
}
