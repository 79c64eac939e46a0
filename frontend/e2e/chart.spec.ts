// Who appears where: read from the columns, led on to the text, and all of it in a table, too.
import { book, choose, enter, expect, LANGUAGES, said, saying, sendAndRead, test } from './test'

for (const language of LANGUAGES) {
  test(`a chart leads to where somebody is named, in ${language}`, async ({ page, reader }) => {
    await choose(page, language)
    await enter(page, reader)
    const bookId = await sendAndRead(page.request, reader, book('nights'))
    await page.goto(`/books/${bookId}/chart`)

    const row = page.getByRole('region', { name: 'رائد' })
    await expect(row).toBeVisible()
    await page.getByRole('button', { name: said(language, 'chart.remove').replace('{name}', 'رائد') }).click()
    await expect(row).toHaveCount(0)
    await page.getByLabel(said(language, 'chart.add')).fill('رائد')
    await page.getByRole('option', { name: 'رائد', exact: true }).click()

    const column = row.getByRole('link', { name: saying(language, 'chart.cell') }).first()
    await column.hover()
    await expect(page.getByRole('tooltip')).toBeVisible()
    await column.focus()
    await column.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight')
    await expect(column).not.toBeFocused()
    await column.click()

    await expect(page).toHaveURL(/text\/\d+\?character=/)
    await expect(page.getByRole('main').getByText('رائد').first()).toBeInViewport()

    await page.goBack()
    await page.getByRole('button', { name: said(language, 'common.view.table') }).click()
    await expect(page.getByRole('table').getByText('رائد')).toBeVisible()
  })
}
