// What every test has: a browser that reports what must not happen, a reader, and the app's own words.
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type APIRequestContext, type Page } from '@playwright/test'

export const LANGUAGES = ['ar', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

interface Words {
  [key: string]: string | Words
}
const LOCALES = join(import.meta.dirname, '../src/locales')

function wordsIn(language: Language): Words {
  const files = readdirSync(join(LOCALES, language))
  const read = (file: string) => JSON.parse(readFileSync(join(LOCALES, language, file), 'utf8')) as Words
  return Object.fromEntries(files.map((file) => [file.replace('.json', ''), read(file)]))
}

const WORDS = { ar: wordsIn('ar'), en: wordsIn('en') }

/** What the app says for a key, such as `library.upload`. */
export function said(language: Language, key: string): string {
  const found = key
    .split('.')
    .reduce<string | Words | undefined>((words, part) => (typeof words === 'object' ? words[part] : undefined), WORDS[language])
  if (typeof found !== 'string') throw new Error(`${language} has no ${key}`)
  return found
}

export const address = () => process.env.ADDRESS ?? ''
export const book = (name: string) => join(process.env.BOOKS ?? '', `${name}.epub`)

export interface Reader {
  id: string
  name: string
  email: string
  password: string
  /** For what the server is asked beside the browser. */
  headers: { Authorization: string }
}

export class Complaints {
  readonly list: string[] = []

  /** What a test brings about on purpose, such as a refusal: the browser reports it as an error. */
  expected: RegExp[] = []

  watch(page: Page): void {
    page.on('pageerror', (error) => {
      this.add(`page error: ${error.message}`)
    })
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) {
        this.add(`${message.type()}: ${message.text()} (${message.location().url})`)
      }
    })
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (/^(http|ws)s?:$/.test(url.protocol) && url.host !== new URL(address()).host) {
        this.add(`another host was asked: ${request.url()}`)
      }
    })
  }

  private add(complaint: string): void {
    if (!this.expected.some((pattern) => pattern.test(complaint))) this.list.push(complaint)
  }
}

interface Fixtures {
  complaints: Complaints
  /** Someone with an account, not logged in. */
  reader: Reader
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => {
    await use(address())
  },

  complaints: async ({}, use) => {
    const complaints = new Complaints()
    await use(complaints)
    expect(complaints.list, 'errors, violated policies and foreign requests').toEqual([])
  },

  context: async ({ context, complaints }, use) => {
    context.on('page', (page) => {
      complaints.watch(page)
    })
    await use(context)
  },

  reader: async ({ request }, use) => {
    const { password, ...known } = { name: 'هند القارئة', email: `${randomUUID()}@example.org`, password: 'كلمة سر طويلة' }
    const registered = await request.post('/api/auth/register/', {
      data: { ...known, password, password_confirm: password },
    })
    expect(registered.status()).toBe(201)
    const { id, access } = await tokensOf(request, { email: known.email, password })
    await use({ ...known, password, id, headers: { Authorization: `Bearer ${access}` } })
  },
})

async function tokensOf(request: APIRequestContext, { email, password }: Pick<Reader, 'email' | 'password'>) {
  const answer = await request.post('/api/auth/login/', { data: { email, password, session: 'cookie' } })
  const { data } = (await answer.json()) as { data: { access: string; user: { id: string } } }
  return { access: data.access, id: data.user.id }
}

export { expect }

/** One form of a sentence that counts, or one that holds a name, as a pattern. */
export function saying(language: Language, key: string): RegExp {
  const forms = said(language, key).split(' | ')
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(forms.map((form) => form.trim().split(/\{\w+\}/).map(literal).join('.*')).join('|'))
}

export async function logIn(page: Page, language: Language, { email, password }: Reader): Promise<void> {
  await page.goto('/login')
  await page.getByLabel(said(language, 'entry.email')).fill(email)
  await page.getByLabel(said(language, 'entry.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: said(language, 'entry.logIn.action'), exact: true }).click()
  await expect(page.getByRole('heading', { name: said(language, 'library.title'), exact: true })).toBeVisible()
}

/** Logged in without the form. */
export async function enter(page: Page, reader: Reader): Promise<void> {
  await tokensOf(page.request, reader)
  await page.addInitScript((id) => { localStorage.setItem('session', id) }, reader.id)
}

/** A book that comes into the library from elsewhere. */
export async function send(request: APIRequestContext, { headers }: Reader, path: string): Promise<string> {
  const file = { name: 'رواية.epub', mimeType: 'application/epub+zip', buffer: readFileSync(path) }
  const answer = await request.post('/api/books/', { headers, multipart: { file } })
  expect(answer.status()).toBe(202)
  return ((await answer.json()) as { data: { book_id: string } }).data.book_id
}

/** One that is read, too. */
export async function sendAndRead(request: APIRequestContext, reader: Reader, path: string): Promise<string> {
  const bookId = await send(request, reader, path)
  const status = async () => {
    const answer = await request.get(`/api/books/${bookId}/status/`, { headers: reader.headers })
    return ((await answer.json()) as { data: { processing_status: string } }).data.processing_status
  }
  await expect.poll(status, { timeout: 120_000, intervals: [200] }).toBe('completed')
  return bookId
}

export async function upload(page: Page, language: Language, ...names: string[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(names.map(book))
  await page.getByRole('button', { name: saying(language, 'library.upload.send') }).click()
}

/** As someone sees the app who has chosen that language before. */
export async function choose(page: Page, language: Language): Promise<void> {
  await page.addInitScript((chosen) => { localStorage.setItem('language', chosen) }, language)
}

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export async function expectAccessible(page: Page): Promise<void> {
  // The app has no frames: otherwise a page of axe's own would be opened to put their results together.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(STANDARDS).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join('\n')}`)
  expect.soft(found).toEqual([])
}
