// From the account to the words of the book, in both languages.
import { choose, expect, expectAccessible, LANGUAGES, logIn, said, saying, test, upload } from './test'

for (const language of LANGUAGES) {
  const words = (key: string) => said(language, key)
  const pattern = (key: string) => saying(language, key)

  test(`a reader reads who is in a book, in ${language}`, async ({ page, complaints }) => {
    await choose(page, language)
    await page.goto('/')
    await expect(page).toHaveURL(/login/)
    await expectAccessible(page)
    await page.getByRole('link', { name: words('entry.register.title') }).click()
    await page.getByLabel(words('entry.name')).fill('هند')
    await page.getByLabel(words('entry.email')).fill(`hind-${language}@example.org`)
    await page.getByLabel(words('entry.password'), { exact: true }).fill('كلمة سر طويلة')
    await page.getByLabel(words('entry.passwordAgain'), { exact: true }).fill('كلمة سر طويلة')
    await expectAccessible(page)
    await page.getByRole('button', { name: words('entry.register.action') }).click()

    await expect(page.getByText(words('library.empty.title'))).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')
    await expectAccessible(page)
    complaints.expected = [/api\/books\//] // the damaged book is refused
    await upload(page, language, 'nights', 'damaged')
    await expect(page.getByText(language === 'ar' ? 'تالف أو ناقص' : 'damaged or incomplete')).toBeVisible()

    await page.getByRole('link', { name: 'ليالي الساحل' }).click()
    await expect(page.getByText(pattern('book.verified.all'))).toBeVisible({ timeout: 40_000 })
    await expectAccessible(page)

    const tabs = page.getByRole('navigation', { name: words('book.tabs.label') })
    await tabs.getByRole('link', { name: words('book.tabs.characters') }).click()
    await page.getByRole('link', { name: 'سالم' }).click()
    await expect(page.getByRole('heading', { name: 'سالم', exact: true })).toBeVisible()
    await expectAccessible(page)

    await page.getByRole('button', { name: pattern('character.evidence.show') }).first().click()
    const evidence = page.getByRole('dialog').getByRole('link').first()
    const quote = await evidence.locator('q').textContent()
    await evidence.click()
    await expect(page.locator('mark').first()).toBeInViewport()
    expect((await page.locator('mark').allTextContents()).join('')).toBe(quote)
    await expectAccessible(page)
  })

  test(`nothing is shown that comes after the reader's place, in ${language}`, async ({ page, reader }) => {
    await choose(page, language)
    await logIn(page, language, reader)
    await upload(page, language, 'nights')
    await page.getByRole('link', { name: 'ليالي الساحل' }).click()
    await expect(page.getByText(pattern('book.verified.all'))).toBeVisible({ timeout: 40_000 })
    const tabs = page.getByRole('navigation', { name: words('book.tabs.label') })
    await tabs.getByRole('link', { name: words('book.tabs.characters') }).click()
    await expect(page.getByRole('link', { name: 'رائد' })).toBeVisible()

    const asked = page.waitForRequest((request) => request.url().includes('until_chunk=1'))
    await page.getByLabel(words('book.place.hide')).check()
    await asked

    await expect(page.getByRole('link', { name: 'سالم' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'رائد' })).toHaveCount(0)
    await page.reload()
    await expect(page.getByRole('link', { name: 'سالم' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'رائد' })).toHaveCount(0)
    await expectAccessible(page)

    const slider = page.getByRole('slider')
    await slider.focus()
    await slider.press('End')
    await expect(page.getByRole('link', { name: 'رائد' })).toBeVisible()
  })
}
