// What is refused, in the browser, at the upload and by the reading, is said in plain words.
import { book, choose, expect, expectAccessible, logIn, said, test, upload } from './test'

test('each file that cannot be read says why', async ({ page, reader, complaints }) => {
  complaints.expected = [/api\/books\//] // the damaged book is refused
  await choose(page, 'ar')
  await logIn(page, 'ar', reader)

  await page.locator('input[type=file]').setInputFiles(book('notes'))
  await expect(page.getByText(said('ar', 'library.flaw.noEpub'))).toBeVisible()

  await upload(page, 'ar', 'damaged', 'english')
  await expect(page.getByText('تالف أو ناقص')).toBeVisible()
  await expect(page.getByText('يبدو أن لغة هذا الكتاب')).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page)
})

test('a book that is there already is offered instead', async ({ page, reader, complaints }) => {
  complaints.expected = [/api\/books\//]
  await choose(page, 'en')
  await logIn(page, 'en', reader)
  await upload(page, 'en', 'the_harbour_lamp')
  await expect(page.getByRole('link', { name: 'قنديل المرفأ' })).toBeVisible()
  await page.reload()

  await upload(page, 'en', 'the_harbour_lamp')
  await page.getByRole('link', { name: said('en', 'library.upload.open') }).click()

  await expect(page).toHaveURL(/books\/[0-9a-f-]+$/)
})
