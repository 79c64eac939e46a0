// An account from its side doors: a forgotten password, a new one, another name, and the end of it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { choose, enter, expect, expectAccessible, LANGUAGES, said, test } from './test'

const NEW = 'كلمة سر أطول من الأولى'

/** Of the letter that was kept for want of a mail server. */
function codeFor(email: string): string | undefined {
  const folder = join(process.env.DATA ?? '', 'mail')
  const letters = readdirSync(folder).filter((name) => name.endsWith('.eml')).map((name) => readFileSync(join(folder, name), 'utf8'))
  const texts = letters
    .filter((letter) => letter.includes(`To: ${email}`))
    .map((letter) => /text\/plain[^]*?\r\n\r\n([^-]+)/.exec(letter)?.[1] ?? '')
    .map((text) => Buffer.from(text, 'base64').toString())
  return texts.flatMap((text) => /^\d{6}$/m.exec(text) ?? []).at(0)
}

for (const language of LANGUAGES) {
  const words = (key: string) => said(language, key)

  test(`a forgotten password is replaced with the code of the letter, in ${language}`, async ({ page, reader, request }) => {
    await choose(page, language)
    await page.goto('/login')
    await page.getByRole('link', { name: words('entry.logIn.forgotten') }).click()
    await expect(page.getByRole('heading', { name: words('entry.forgotten.title') })).toBeVisible()
    await page.getByLabel(words('entry.email')).fill(reader.email)
    await page.getByRole('button', { name: words('entry.forgotten.ask') }).click()
    await expect(page.getByText(reader.email)).toBeVisible()
    await expectAccessible(page)
    await expect.poll(() => codeFor(reader.email)).toBeDefined()

    await page.getByLabel(words('entry.forgotten.code')).fill(codeFor(reader.email) ?? '')
    await page.getByLabel(words('entry.newPassword'), { exact: true }).fill(NEW)
    await page.getByLabel(words('entry.newPasswordAgain'), { exact: true }).fill(NEW)
    await page.getByRole('button', { name: words('entry.forgotten.action') }).click()

    await expect(page.getByRole('heading', { name: words('library.title'), exact: true })).toBeVisible()
    const statusWith = async (password: string) =>
      (await request.post('/api/auth/login/', { data: { email: reader.email, password } })).status()
    expect(await statusWith(NEW)).toBe(200)
    expect(await statusWith(reader.password)).toBe(401)
  })

  test(`name and password are changed, then the account is deleted, in ${language}`, async ({ page, reader, request, complaints }) => {
    // With the account its live connection ends, which may ask for a token once more.
    complaints.expected = [/token\/refresh/]
    await choose(page, language)
    await enter(page, reader)
    await page.goto('/account')

    await page.getByLabel(words('entry.name'), { exact: true }).fill('نجوى')
    await page.getByRole('button', { name: words('entry.account.save') }).click()
    await expect(page.getByRole('button', { name: 'نجوى' })).toBeVisible()

    await page.getByLabel(words('entry.oldPassword'), { exact: true }).fill(reader.password)
    await page.getByLabel(words('entry.newPassword'), { exact: true }).fill(NEW)
    await page.getByLabel(words('entry.newPasswordAgain'), { exact: true }).fill(NEW)
    await page.getByRole('button', { name: words('entry.account.changePassword') }).click()
    await expect(page.getByText(words('entry.passwordChanged'))).toBeVisible()

    await page.getByRole('button', { name: words('entry.account.remove') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words('entry.email')).fill(reader.email)
    await dialog.getByLabel(words('entry.password'), { exact: true }).fill(NEW)
    await dialog.getByRole('button', { name: words('entry.account.removeForEver') }).click()

    await expect(page).toHaveURL(/login/)
    await expect(page.getByText(words('entry.account.removed'))).toBeVisible()
    const answer = await request.post('/api/auth/login/', { data: { email: reader.email, password: NEW } })
    expect(answer.status()).toBe(401)
  })
}
