import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'

import { i18n } from '@/locales'
import { useLocale } from '@/stores/locale'
import { usePlaces } from '@/stores/place'
import { BOOK, chunk, CHUNKS } from '@/testing/books'
import { within } from '@/testing/within'

import { useChapterName } from './useChapterName'

beforeEach(() => {
  setActivePinia(createPinia())
  useLocale().language = 'ar'
})

const nameIn = (chunks = CHUNKS) => within(() => useChapterName(BOOK, chunks), i18n)

function haveRead(until: number): void {
  usePlaces().placeIn(() => BOOK).value = until
}

test('a chapter is called by its title, or else by its number', () => {
  const name = nameIn([chunk(1), chunk(2), chunk(3, { chapter_title: '' })])

  expect([name(1), name(2)]).toEqual(['الرسالة', 'الفصل 2'])
})

test('the title of a chapter that comes later is not told, until one comes to it', () => {
  const name = nameIn()
  haveRead(1)
  expect([name(1), name(2)]).toEqual(['الرسالة', 'الفصل 2'])

  haveRead(3)
  expect(name(2)).toBe('النهر')
})

test('who is within a chapter knows its title', () => {
  const name = nameIn([chunk(1), chunk(2)])
  haveRead(1)

  expect(name(1)).toBe('الرسالة')
})
