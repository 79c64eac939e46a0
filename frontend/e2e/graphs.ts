// A long novel's graph: a book that was uploaded, with answers of our own about who is in it.
import type { Page } from '@playwright/test'

import { book, enter, sendAndRead, type Reader } from './test'

const CHARACTERS = 100
const RELATIONSHIPS = 400
const NAMES = ['سعاد', 'بدر', 'زينب', 'حامد', 'عزيزة', 'إبراهيم أحمد', 'الأمير بشير', 'أم درمان', 'عمي خليل', 'المعلم بطرس']
const TYPES = ['family', 'friend', 'enemy', 'romantic', 'colleague', 'mentor', 'student', 'ally', 'rival', 'other'] as const

function castOf(bookId: string) {
  return Array.from({ length: CHARACTERS }, (_, index) => ({
    character_id: `c${index.toString().padStart(3, '0')}`,
    book_id: bookId,
    name: `${NAMES[index % NAMES.length] ?? ''} ${(index + 1).toString()}`,
    role: index < 8 ? 'main' : index < 30 ? 'secondary' : 'minor',
    gender: null,
    mention_count: Math.ceil(600 / (index + 1)),
  }))
}

/** As in novels, a few are linked with many: squares of numbers below 1 are often small. */
function linksAmong(cast: ReturnType<typeof castOf>) {
  const links = new Map<string, object>()
  for (let step = 1; links.size < RELATIONSHIPS; step += 1) {
    const [one, other] = [step * 0.61803, step * 0.75488].map((number) => Math.floor((number % 1) ** 2 * CHARACTERS))
    const [first, second] = [Math.min(one ?? 0, other ?? 0), Math.max(one ?? 0, other ?? 0)].map((at) => cast[at])
    if (!first || !second || first === second) continue
    const pair = `${first.character_id} ${second.character_id}`
    if (links.has(pair)) continue
    links.set(pair, {
      character_id_1: first.character_id,
      character_id_2: second.character_id,
      name_1: first.name,
      name_2: second.name,
      relationship_type: TYPES[links.size % TYPES.length] ?? 'other',
      description: '',
      evidence: [],
    })
  }
  return [...links.values()]
}

/** The graph's page of a long novel, up to its relationships: they come when the promise is called. */
export async function openLongNovel(page: Page, reader: Reader): Promise<() => void> {
  await enter(page, reader)
  // Its reading disturbs nobody later.
  const bookId = await sendAndRead(page.request, reader, book('the_harbour_lamp'))
  const cast = castOf(bookId)
  const answer = (data: unknown, more: object = {}) => ({ json: { status: 'success', en: '', ar: '', data, ...more } })
  const pagination = { page: 1, page_size: CHARACTERS, total: CHARACTERS, total_pages: 1 }
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => { release = resolve })

  await page.route('**/api/characters/?*', (route) => route.fulfill(answer(cast, { pagination })))
  await page.route('**/api/characters/relationships/?*', async (route) => {
    await released
    await route.fulfill(answer(linksAmong(cast)))
  })
  const castIsThere = page.waitForResponse('**/api/characters/?*')
  await page.goto(`/books/${bookId}/graph`)
  await castIsThere
  return release
}

export function drawn(page: Page) {
  return page.getByRole('img', { name: /100/ }).and(page.locator('[aria-busy=false]'))
}
