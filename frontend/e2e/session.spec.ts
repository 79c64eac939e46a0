// A login lives through reloads, tabs, expiry and a lost connection; and ends for all tabs at once.
import { book, choose, expect, logIn, said, send, test } from './test'

const LIBRARY = said('ar', 'library.title')

test.beforeEach(async ({ page }) => {
  await choose(page, 'ar')
})

test('a wrong password is said at its field', async ({ page, reader, complaints }) => {
  complaints.expected = [/api\/auth\/login/]
  await page.goto('/login')
  await page.getByLabel(said('ar', 'entry.email')).fill(reader.email)
  await page.getByLabel(said('ar', 'entry.password'), { exact: true }).fill('ليست كلمة السر')
  await page.getByRole('button', { name: said('ar', 'entry.logIn.action'), exact: true }).click()

  await expect(page.getByText('البريد الإلكتروني أو كلمة المرور غير صحيحة')).toBeVisible()
  await expect(page.getByLabel(said('ar', 'entry.password'), { exact: true })).toHaveAttribute('aria-invalid', 'true')
})

test('two tabs that are reloaded at once stay logged in', async ({ page, context, reader, complaints }) => {
  // To the later one the server says that the other was first.
  complaints.expected = [/409.*token\/refresh/]
  await logIn(page, 'ar', reader)
  const other = await context.newPage()
  await other.goto('/library')

  await Promise.all([page.reload(), other.reload()])

  for (const tab of [page, other]) await expect(tab.getByRole('heading', { name: LIBRARY, exact: true })).toBeVisible()
})

test('an expired access token is renewed once and nobody notices', async ({ page, reader, complaints }) => {
  complaints.expected = [/401/]
  await logIn(page, 'ar', reader)
  let renewals = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/token/refresh/')) renewals += 1
  })
  let isExpired = true
  await page.route('**/api/books/*', async (route) => {
    if (isExpired) await route.fulfill({ status: 401, json: { status: 'error', error_code: 'TOKEN_EXPIRED', details: {}, en: 'Expired.', ar: 'انتهى.' } })
    else await route.continue()
  })
  await page.route('**/token/refresh/', async (route) => {
    isExpired = false
    await route.continue()
  })

  await page.getByRole('link', { name: said('ar', 'library.bin.open') }).click()

  await expect(page.getByText(said('ar', 'library.bin.empty'))).toBeVisible()
  expect(renewals).toBe(1)
})

test('who logs out in one tab is logged out in all', async ({ page, context, reader }) => {
  await logIn(page, 'ar', reader)
  const other = await context.newPage()
  await other.goto('/library')
  await expect(other.getByRole('heading', { name: LIBRARY, exact: true })).toBeVisible()

  await page.getByRole('button', { name: reader.name }).click()
  await page.getByText(said('ar', 'common.menu.logOut')).click()

  await expect(page).toHaveURL(/login/)
  await expect(other).toHaveURL(/login/)
})

test('a lost connection says so, and what was missed is there afterwards', async ({ page, reader, context, request, complaints }) => {
  complaints.expected = [/ERR_INTERNET_DISCONNECTED/, /WebSocket/]
  await logIn(page, 'ar', reader)
  await context.setOffline(true)
  await expect(page.getByText(said('ar', 'common.connection.offline'))).toBeVisible()

  await send(request, reader, book('the_harbour_lamp'))
  await context.setOffline(false)

  await expect(page.getByText(said('ar', 'common.connection.offline'))).toBeHidden()
  await expect(page.getByRole('link', { name: 'قنديل المرفأ' })).toBeVisible({ timeout: 30_000 })
})
