// What was found can be taken away, each form of it in a file whose name says what it is.
import { readFile } from 'node:fs/promises'

import type { Locator, Page } from '@playwright/test'

import { book, choose, enter, expect, LANGUAGES, said, sendAndRead, test } from './test'

const TITLE = 'قنديل المرفأ'
const FILES: Record<string, { name: string; start: RegExp; says: string }> = {
  characters: { name: `${TITLE} - characters.csv`, start: /^\uFEFFcharacter_id,character,aliases/, says: 'زينب' },
  relationships: { name: `${TITLE} - relationships.csv`, start: /^\uFEFFcharacter_id,character,other_id/, says: 'زينب' },
  facts: { name: `${TITLE} - facts.csv`, start: /^\uFEFFcharacter_id,character,kind/, says: 'طبيبة' },
  appearances: { name: `${TITLE} - appearances.csv`, start: /^\uFEFFcharacter_id,character,chunk/, says: 'زينب' },
  graphml: { name: `${TITLE}.graphml`, start: /^<\?xml[^]*<graphml/, says: 'زينب' },
  gexf: { name: `${TITLE}.gexf`, start: /^<\?xml[^]*<gexf/, says: 'زينب' },
  json: { name: `${TITLE}.json`, start: /^\{/, says: 'زينب' },
}

for (const language of LANGUAGES) {
  test(`what was found and the book itself are taken away, in ${language}`, async ({ page, reader }) => {
    await choose(page, language)
    await enter(page, reader)
    const bookId = await sendAndRead(page.request, reader, book('the_harbour_lamp'))
    await page.goto(`/books/${bookId}`)

    for (const [format, { name, start, says }] of Object.entries(FILES)) {
      await page.getByRole('button', { name: said(language, 'book.files.export') }).click()
      const entry = page.getByText(said(language, `book.files.${format}.title`), { exact: true })
      const file = await saved(page, entry)
      await expect(entry).toBeHidden()
      expect.soft(file.name).toBe(name)
      expect.soft(file.content.toString()).toMatch(start)
      expect.soft(file.content.toString(), name).toContain(says)
    }

    const epub = await saved(page, page.getByText(said(language, 'book.files.epub'), { exact: true }))
    expect(epub.name).toBe(`${TITLE}.epub`)
    expect(epub.content.equals(await readFile(book('the_harbour_lamp')))).toBe(true)
  })
}

async function saved(page: Page, button: Locator): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
}
