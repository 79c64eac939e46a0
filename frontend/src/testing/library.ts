// Books as the library lists them, for tests.
import type { Book, Job } from '@/api/generated'

import type { Answer } from './backEnd'

export function bookInLibrary(changes: Partial<Book> = {}): Book {
  return {
    book_id: 'layla',
    title: 'ليالي الساحل',
    author: 'كاتبة الاختبار',
    detected_language: 'ar',
    language_confidence: 0.99,
    quality_score: 1,
    text_classification: null,
    processing_status: 'completed',
    processing_error: null,
    error_code: null,
    reader: 'offline',
    file_size: 2048,
    file_extension: '.epub',
    created_at: '2026-01-31T08:00:00+00:00',
    updated_at: '2026-01-31T08:00:00+00:00',
    deleted_at: null,
    ...changes,
  }
}

export function pageOf(books: Book[], total = books.length, pages = 1): Answer {
  const pagination = { page: 1, page_size: 24, total, total_pages: pages }
  return [200, { status: 'success', en: 'These.', ar: 'هذه.', pagination, data: books }]
}

export function readingOf(book: Book, job: Partial<Job>): Answer {
  const { book_id, processing_status, processing_error, error_code } = book
  const whole = { job_id: 'job', book_id, status: 'running', stage: null, progress: 0, chunk_num: 0, num_of_chunks: 0, ...job }
  const data = { book_id, processing_status, processing_error, error_code, job: whole }
  return [200, { status: 'success', en: 'So far.', ar: 'إلى الآن.', data }]
}
