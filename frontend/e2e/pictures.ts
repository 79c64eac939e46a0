// What the README shows: a demo novel's overview, and somebody in its graph.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { book, choose, enter, expect, said, sendAndRead, test } from './test'

const FOLDER = join(import.meta.dirname, '../../docs/pictures')

test('the overview in Arabic and the graph in English', async ({ page, context, reader }) => {
  await enter(page, reader)
  const path = `/books/${await sendAndRead(page.request, reader, book('the_carpenters_quarter'))}`

  await choose(page, 'ar')
  await page.goto(path)
  await take(page, 'overview')

  const other = await context.newPage()
  await choose(other, 'en')
  await other.emulateMedia({ colorScheme: 'dark' })
  await enter(other, reader)
  await other.goto(`${path}/graph`)
  await other.getByLabel(said('en', 'graph.search')).fill('كريم')
  await other.getByRole('option', { name: 'كريم', exact: true }).click()
  await expect(other.getByRole('heading', { name: 'كريم' })).toBeVisible()
  await other.getByRole('button', { name: said('en', 'graph.tools.fit') }).click()
  await other.evaluate(() => { scrollTo({ top: 0 }) })
  await take(other, 'graph')
})

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  const png = await page.screenshot({ animations: 'disabled', fullPage: true })
  const webp = await page.evaluate(async (png) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))]))
    const canvas = new OffscreenCanvas(picture.width, picture.height)
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 })
    return [...new Uint8Array(await blob.arrayBuffer())]
  }, png.toString('base64'))
  await writeFile(join(FOLDER, `${name}.webp`), new Uint8Array(webp))
}
