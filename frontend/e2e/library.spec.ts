// Books are found, put in order, renamed, deleted and brought back.
import { book, choose, enter, expect, LANGUAGES, said, saying, sendAndRead, test } from './test'

for (const language of LANGUAGES) {
  const words = (key: string) => said(language, key)

  test(`a library is searched, narrowed and put in order, in ${language}`, async ({ page, reader }) => {
    await choose(page, language)
    await enter(page, reader)
    for (const name of ['the_mulberry_house', 'the_harbour_lamp']) await sendAndRead(page.request, reader, book(name))
    await page.goto('/library')
    const titles = page.getByRole('list', { name: words('library.books') }).getByRole('heading')
    await expect(titles).toHaveText(['قنديل المرفأ', 'بيت التوتة'])

    const pick = async (filter: string, option: string) => {
      await page.getByRole('combobox', { name: words(`library.filter.${filter}`) }).press('ArrowDown')
      await page.getByRole('option', { name: words(option), exact: true }).click()
    }
    await pick('ordering', 'library.ordering.title')
    await expect(titles).toHaveText(['بيت التوتة', 'قنديل المرفأ'])
    await pick('status', 'library.status.failed')
    await expect(page.getByText(words('library.none.title'))).toBeVisible()
    await page.getByRole('button', { name: words('library.filter.clear') }).click()
    await expect(titles).toHaveCount(2)

    const search = page.getByRole('searchbox', { name: words('library.filter.search') })
    await search.fill('ليس هنا')
    await expect(page.getByText(words('library.none.title'))).toBeVisible()
    await search.fill('قنديل')
    await expect(titles).toHaveText(['قنديل المرفأ'])
    await page.reload()
    await expect(titles).toHaveText(['قنديل المرفأ'])
  })

  test(`a book is renamed, deleted and brought back, in ${language}`, async ({ page, reader }) => {
    await choose(page, language)
    await enter(page, reader)
    await sendAndRead(page.request, reader, book('the_harbour_lamp'))
    await page.goto('/library')
    const openMenu = () => page.getByRole('button', { name: saying(language, 'library.book.menu') }).click()

    await openMenu()
    await page.getByText(words('library.book.edit')).click()
    const title = page.getByRole('dialog').getByLabel(words('library.edit.title'))
    await expect(title).toHaveValue('قنديل المرفأ')
    await title.fill('قنديل البحر')
    await page.getByRole('button', { name: words('library.edit.save') }).click()
    const renamed = page.getByRole('link', { name: 'قنديل البحر' })
    await expect(renamed).toBeVisible()

    await openMenu()
    await page.getByText(words('library.book.delete'), { exact: true }).click()
    await expect(page.getByText(words('library.empty.title'))).toBeVisible()
    await page.getByRole('button', { name: words('library.book.undo') }).click()
    await expect(renamed).toBeVisible()

    await openMenu()
    await page.getByText(words('library.book.delete'), { exact: true }).click()
    await page.getByRole('link', { name: words('library.bin.open') }).click()
    await page.getByRole('button', { name: words('library.bin.restore') }).click()
    await page.getByRole('link', { name: words('library.bin.leave') }).click()
    await expect(renamed).toBeVisible()
  })
}
