import { readFile } from 'node:fs/promises'

import type { Locator, Page } from '@playwright/test'
import type { Core } from 'cytoscape'

import { drawn, openLongNovel } from './graphs'
import { book, choose, enter, expect, expectAccessible, LANGUAGES, said, sendAndRead, test, type Language } from './test'

for (const language of LANGUAGES) {
  test(`a graph is searched, filtered and saved, in ${language}`, async ({ page, reader }) => {
    await choose(page, language)
    await page.emulateMedia({ colorScheme: language === 'ar' ? 'light' : 'dark' })
    const release = await openLongNovel(page, reader)
    release()
    await expect(drawn(page)).toBeVisible()
    const whole = await picture(page, language)
    expect(whole.subarray(1, 4).toString()).toBe('PNG')

    await page.getByLabel(said(language, 'graph.search')).fill('المعلم بطرس 10')
    await page.getByRole('option', { name: 'المعلم بطرس 10', exact: true }).click()
    const details = page.getByRole('region', { name: said(language, 'graph.chosen.label') })
    await expect(details.getByRole('heading', { name: 'المعلم بطرس 10' })).toBeVisible()
    await expectAccessible(page)
    expect((await picture(page, language)).equals(whole), 'the whole picture is saved, whoever is chosen').toBe(true)

    await page.getByRole('button', { name: said(language, 'character.tie.family') }).click()
    await expect(page.getByRole('status').filter({ hasText: '360' })).toBeVisible()
    expect((await picture(page, language)).equals(whole), 'the picture is saved as it is filtered').toBe(false)

    await page.getByRole('button', { name: said(language, 'common.view.table') }).click()
    await expect(page.getByRole('row')).toHaveCount(26)
    await expectAccessible(page)
  })
}

test('a click on a circle or on a line of the picture tells who that is', async ({ page, reader }) => {
  await choose(page, 'ar')
  await enter(page, reader)
  const bookId = await sendAndRead(page.request, reader, book('nights'))
  await page.goto(`/books/${bookId}/graph`)
  const graph = page.getByRole('img').and(page.locator('[aria-busy=false]'))
  await expect(graph).toBeVisible()
  const details = page.getByRole('region', { name: said('ar', 'graph.chosen.label') })

  // Until all is there, everyone may still move.
  await expect(async () => {
    await graph.click({ position: await placeIn(graph, 'سالم') })
    await expect(details.getByRole('heading', { name: 'سالم', exact: true })).toBeVisible({ timeout: 1000 })
  }).toPass()
  await graph.click({ position: { x: 60, y: 5 } })
  await expect(details).toHaveCount(0)

  await graph.click({ position: await placeIn(graph, 'سالم', 'هند') })
  await expect(details.getByRole('button', { name: 'سالم', exact: true })).toBeVisible()
  await expect(details.getByRole('button', { name: 'هند', exact: true })).toBeVisible()
  await expect(details.getByRole('link').first()).toHaveAttribute('href', /text\/\d+\?start=/)
})

/** Where a character's circle is in the picture, or the line between two. On a canvas only its library knows. */
function placeIn(graph: Locator, ...names: string[]): Promise<{ x: number; y: number }> {
  return graph.evaluate((container, names) => {
    const { cy } = (container as unknown as { _cyreg: { cy: Core } })._cyreg
    const [one, other] = names.map((name) => cy.nodes().filter((node) => node.data('name') === name))
    if (!one) throw new Error('Nobody is asked for.')
    return other ? one.edgesWith(other).first().renderedMidpoint() : one.renderedPosition()
  }, names)
}

async function picture(page: Page, language: Language): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: said(language, 'graph.tools.download') }).click(),
  ])
  return readFile(await download.path())
}
