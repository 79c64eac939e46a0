// Every page in both languages, light and dark, on a desk and on a phone, and its menus and dialogs: axe finds
// nothing, nothing sticks out, and a picture is kept to be looked at.
// `BOOK=some.epub` shows another book in the pictures (`npm run e2e -- pages`).
import type { Page } from '@playwright/test'

import { book, choose, enter, expect, expectAccessible, LANGUAGES, said, saying, sendAndRead, test, type Language, type Reader } from './test'

const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }
// What is opened has the colours of its page: two views are enough.
const VIEWS = [
  { size: 'desktop', viewport: DESKTOP, theme: 'light', isForOpened: true },
  { size: 'desktop', viewport: DESKTOP, theme: 'dark', isForOpened: false },
  { size: 'phone', viewport: PHONE, theme: 'dark', isForOpened: true },
  { size: 'phone', viewport: PHONE, theme: 'light', isForOpened: false },
] as const

interface Sight {
  path: string
  /** What is opened on the page before it is looked at. */
  open?: () => Promise<unknown>
}

const GUESTS: Record<string, Sight> = {
  login: { path: '/login' },
  register: { path: '/register' },
  forgotten: { path: '/forgotten' },
}

async function sightsOf(page: Page, language: Language, reader: Reader): Promise<Record<string, Sight>> {
  const bookId = await sendAndRead(page.request, reader, process.env.BOOK ?? book('the_mulberry_house'))
  const cast = await page.request.get(`/api/characters/?book_id=${bookId}`, { headers: reader.headers })
  const { data } = (await cast.json()) as { data: { character_id: string; name: string }[] }
  const [first] = data
  if (!first) throw new Error('There is nobody in this book.')

  const path = `/books/${bookId}`
  const character = `${path}/characters/${first.character_id}`
  const press = (key: string) => page.getByRole('button', { name: saying(language, key) }).first().click()
  const openMenu = async () => {
    await press('library.book.menu')
    await expect(page.getByText(said(language, 'library.book.edit'))).toBeVisible()
  }
  return {
    library: { path: '/library' },
    upload: { path: '/library', open: () => page.locator('input[type=file]').setInputFiles([book('nights'), book('notes')]) },
    'book-menu': { path: '/library', open: openMenu },
    'account-menu': { path: '/library', open: () => page.getByRole('button', { name: reader.name }).click() },
    deleted: { path: '/library?deleted=true' },
    overview: { path },
    edit: { path, open: () => press('book.action.edit') },
    'read-again': { path, open: () => press('library.book.readAgain') },
    exports: { path, open: () => press('book.files.export') },
    characters: { path: `${path}/characters` },
    character: { path: character },
    evidence: { path: character, open: () => press('character.evidence.show') },
    graph: { path: `${path}/graph` },
    chosen: {
      path: `${path}/graph?character=${first.character_id}`,
      open: () => expect(page.getByRole('heading', { name: first.name, exact: true, level: 3 })).toBeVisible(),
    },
    relationships: { path: `${path}/graph`, open: () => press('common.view.table') },
    chart: { path: `${path}/chart` },
    appearances: { path: `${path}/chart`, open: () => press('common.view.table') },
    text: { path: `${path}/text/2` },
    place: { path: `${path}/text/2`, open: () => page.getByLabel(said(language, 'book.place.hide')).check() },
    account: { path: '/account' },
    'remove-account': { path: '/account', open: () => press('entry.account.remove') },
    nowhere: { path: '/nowhere/at/all' },
  }
}

async function look(page: Page, name: string, { path, open }: Sight): Promise<void> {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await expect(page.locator('.v-skeleton-loader')).toHaveCount(0)
  await open?.()
  for (const { size, theme, viewport } of VIEWS.filter(({ isForOpened }) => isForOpened || !open)) {
    await test.step(`${name}, ${theme}, ${size}`, async () => {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme: theme })
      await page.evaluate(settled)
      await expectNothingSticksOut(page)
      await expectAccessible(page)
      await page.screenshot({ path: `screenshots/${name}-${theme}-${size}.png`, animations: 'disabled', fullPage: !open })
    })
  }
  await page.setViewportSize(DESKTOP)
}

/** Colours fade into each other, however quickly, and what inherits them follows: the half way is not looked at. */
async function settled(): Promise<void> {
  const isOfColours = (animation: Animation) => animation instanceof CSSTransition && /color|opacity/.test(animation.transitionProperty)
  const fading = () => document.getAnimations().filter(isOfColours)
  await new Promise(requestAnimationFrame)
  do {
    await new Promise(requestAnimationFrame)
    await Promise.allSettled(fading().map(({ finished }) => finished))
  } while (fading().length > 0)
}

async function expectNothingSticksOut(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  expect(scrollWidth, 'the page does not scroll sideways').toBeLessThanOrEqual(clientWidth)
}

for (const language of LANGUAGES) {
  test(`all pages are for everyone, in ${language}`, async ({ page, reader }) => {
    test.setTimeout(300_000)
    await choose(page, language)
    for (const [name, sight] of Object.entries(GUESTS)) await look(page, `${language}-${name}`, sight)
    await enter(page, reader)
    await look(page, `${language}-empty`, { path: '/library' })
    const sights = await sightsOf(page, language, reader)
    for (const [name, sight] of Object.entries(sights)) await look(page, `${language}-${name}`, sight)
  })
}
