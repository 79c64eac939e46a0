// A reading that is stopped in the middle, and begun again.
import { book, choose, enter, expect, expectAccessible, LANGUAGES, said, send, test } from './test'

for (const language of LANGUAGES) {
  const words = (key: string) => said(language, key)

  test(`a reading is stopped, begun again and watched, in ${language}`, async ({ page, reader }) => {
    await choose(page, language)
    await enter(page, reader)
    const bookId = await send(page.request, reader, book('thirty_nights'))
    await page.goto(`/books/${bookId}`)
    const stop = page.getByRole('button', { name: words('library.book.cancel') })
    await stop.click()
    await expectAccessible(page)
    await page.getByRole('dialog').getByRole('button', { name: words('library.book.cancel') }).click()
    await expect(page.getByText(words('book.failed.stopped'))).toBeVisible()
    await expectAccessible(page)

    await page.getByRole('main').getByRole('button', { name: words('library.book.readAgain') }).first().click()

    await expect(page.getByRole('progressbar', { name: words('live.progress') })).toBeVisible()
    await expect(page.getByRole('link', { name: 'سالم' })).toBeVisible({ timeout: 40_000 })
    await expect(stop).toBeVisible()
    await expectAccessible(page)

    // Other tests' books are not kept waiting.
    await page.goto('/library')
    await page.request.delete(`/api/books/${bookId}/`, { headers: reader.headers })
  })
}
