import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { drawn, openLongNovel } from './graphs'
import { choose, expect, expectAccessible, LANGUAGES, said, test, type Language } from './test'

for (const language of LANGUAGES) {
  test(`a graph is searched, filtered and saved, in ${language}`, async ({ page, reader }) => {
    await choose(page, language, language === 'ar' ? 'light' : 'dark')
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

async function picture(page: Page, language: Language): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: said(language, 'graph.tools.download') }).click(),
  ])
  return readFile(await download.path())
}
