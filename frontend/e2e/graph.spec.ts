import { readFile } from 'node:fs/promises'

import type { Locator, Page } from '@playwright/test'
import type { Core, EdgeSingular } from 'cytoscape'

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
    await graph.click({ position: await circleOf(graph, 'سالم') })
    await expect(details.getByRole('heading', { name: 'سالم', exact: true })).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(async () => {
    await graph.click({ position: await emptyCorner(graph) })
    await expect(details).toHaveCount(0, { timeout: 1000 })
  }).toPass()

  // Without the details the picture is wider: everyone moves once more.
  await expect(async () => {
    const { ends, position } = await clearestLine(graph)
    await graph.click({ position })
    await expect(details.getByRole('heading', { level: 3 })).toHaveText(ends.join(''), { timeout: 1000 })
  }).toPass()
  await expect(details.getByRole('link').first()).toHaveAttribute('href', /text\/\d+\?start=/)
})

/** On a canvas only its library knows where who is. */
type Container = HTMLElement & { _cyreg: { cy: Core } }

function circleOf(graph: Locator, name: string): Promise<{ x: number; y: number }> {
  return graph.evaluate(
    (container, name) => {
      const { cy } = (container as Container)._cyreg
      return cy.nodes().filter((node) => node.data('name') === name).renderedPosition()
    },
    name,
  )
}

function emptyCorner(graph: Locator): Promise<{ x: number; y: number }> {
  return graph.evaluate((container) => {
    const { cy } = (container as Container)._cyreg
    const [left, right, top, bottom] = [30, container.clientWidth - 30, 30, container.clientHeight - 30]
    const places = cy.nodes().map((node) => node.renderedPosition())
    const room = ({ x, y }: { x: number; y: number }) => Math.min(...places.map((place) => Math.hypot(place.x - x, place.y - y)))
    const corners = [left, right].flatMap((x) => [top, bottom].map((y) => ({ x, y })))
    return corners.reduce((best, corner) => (room(corner) > room(best) ? corner : best))
  })
}

/** A relationship that words tell of, and where nothing else is near to its line. */
function clearestLine(graph: Locator): Promise<{ ends: string[]; position: { x: number; y: number } }> {
  return graph.evaluate((container) => {
    const { cy } = (container as Container)._cyreg
    const along = (edge: EdgeSingular, part: number) => {
      const [from, to] = [edge.source().renderedPosition(), edge.target().renderedPosition()]
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
    }
    const parts = Array.from({ length: 21 }, (_, index) => index / 20)
    const spots = cy.edges('[kind != "other"]').toArray().flatMap((edge) =>
      parts.slice(5, -5).map((part) => {
        const position = along(edge as EdgeSingular, part)
        const others = cy.edges().not(edge).toArray().flatMap((other) => parts.map((each) => along(other as EdgeSingular, each)))
        const clearance = Math.min(...others.map(({ x, y }) => Math.hypot(x - position.x, y - position.y)))
        return { ends: edge.connectedNodes().map((node) => node.data('name') as string), position, clearance }
      }),
    )
    return spots.reduce((best, spot) => (spot.clearance > best.clearance ? spot : best))
  })
}

async function picture(page: Page, language: Language): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: said(language, 'graph.tools.download') }).click(),
  ])
  return readFile(await download.path())
}
