import { AxiosError, type AxiosResponse } from 'axios'
import { expect, test, vi } from 'vitest'

import { fileNameIn, save } from './files'
import { refusalOf } from './refusal'

test('a file is called what the server calls it', () => {
  expect(fileNameIn(`attachment; filename="book.gexf"; filename*=UTF-8''${encodeURIComponent('زينب')}.gexf`)).toBe('زينب.gexf')
  expect(fileNameIn('attachment; filename="book.csv"')).toBe('book.csv')
  expect(fileNameIn(`attachment; filename="book.csv"; filename*=UTF-8''%D8%`)).toBe('book.csv')
  expect(fileNameIn('')).toBe('')
})

test('a file is saved under its name', async () => {
  const saved: HTMLAnchorElement[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) { saved.push(this) })
  URL.createObjectURL = () => 'blob:novel'
  const headers = { 'content-disposition': 'attachment; filename="novel.epub"' }

  await save(Promise.resolve({ data: new Blob(['novel']), headers } as unknown as AxiosResponse))

  expect(saved.map(({ href, download }) => [href, download])).toEqual([['blob:novel', 'novel.epub']])
})

test('a refusal is read though it comes as a file', async () => {
  const refusal = { status: 'error', en: 'Gone.', ar: 'ذهب.', error_code: 'BOOK_FILE_MISSING', details: {} }
  const response = { status: 410, data: new Blob([JSON.stringify(refusal)]) } as AxiosResponse
  const error = new AxiosError('', '', undefined, null, response)

  await expect(save(Promise.reject(error))).rejects.toBe(error)

  expect(refusalOf(error)).toEqual(refusal)
})

test('what is no refusal of ours stays an error', async () => {
  const response = { status: 502, data: new Blob(['<html>']) } as AxiosResponse
  const error = new AxiosError('', '', undefined, null, response)

  await expect(save(Promise.reject(error))).rejects.toBe(error)

  expect(refusalOf(error)).toBeNull()
})
