// A book as the server tells it, for tests: three parts in two chapters, and how it was read.
import type { BookDetails, Chunk, ChunkDetails, ChunkMentions, Job } from '@/api/generated'

import type { Answer } from './backEnd'

export const BOOK = 'book'

export function book(changes: Partial<BookDetails> = {}): BookDetails {
  return {
    book_id: BOOK,
    title: 'بيت على النهر',
    author: 'ندى الراوي',
    detected_language: 'ar',
    language_confidence: 0.998,
    quality_score: 1,
    text_classification: { is_literary: true, classification: 'fiction', confidence: 0.9 },
    processing_status: 'completed',
    processing_error: null,
    error_code: null,
    reader: 'offline',
    file_size: 20480,
    file_extension: '.epub',
    created_at: '2026-01-31T08:00:00+00:00',
    updated_at: '2026-01-31T08:05:00+00:00',
    deleted_at: null,
    description: null,
    ...changes,
  }
}

export function job(changes: Partial<Job> = {}): Job {
  return {
    job_id: 'job',
    book_id: BOOK,
    status: 'completed',
    stage: 'chunk_updater',
    progress: 100,
    chunk_num: 3,
    num_of_chunks: 3,
    seq: 9,
    job_type: 'process_book',
    reader: 'offline',
    result: { chunks: 3, read: 3, gaps: [], dropped: { mentions: 0, facts: 0 }, characters: 2, relationships: 1 },
    usage: null,
    error_code: null,
    error: null,
    attempts: 1,
    retry_at: null,
    started_at: '2026-01-31T08:00:00+00:00',
    finished_at: '2026-01-31T08:05:00+00:00',
    created_at: '2026-01-31T08:00:00+00:00',
    updated_at: '2026-01-31T08:05:00+00:00',
    ...changes,
  }
}

const CHAPTERS = [1, 1, 2]
const TITLES = ['', 'الرسالة', 'النهر']

export function chunk(number: number, changes: Partial<Chunk> = {}): Chunk {
  const chapter = CHAPTERS[number - 1] ?? 2
  return {
    chunk_id: `part-${number}`,
    book_id: BOOK,
    chunk_number: number,
    chapter_number: chapter,
    chapter_title: TITLES[chapter] ?? '',
    start_position: number * 100,
    end_position: number * 100 + 90,
    word_count: 20,
    read_at: '2026-01-31T08:04:00+00:00',
    gap: null,
    ...changes,
  }
}

export const CHUNKS = [chunk(1), chunk(2), chunk(3)]

export function mentionsOf(name: string, ...spans: number[][]): ChunkMentions {
  return { character_id: name, name, mention_count: spans.length, spans }
}

export function chunkDetails(number: number, changes: Partial<ChunkDetails> = {}): ChunkDetails {
  return { ...chunk(number), chunk_text: `نص الجزء ${number}.`, summary: null, mentions: [], ...changes }
}

/** A list as it comes on one page. */
export function listed(all: unknown[], pages = 1, page = 1): Answer {
  const pagination = { page, page_size: 100, total: all.length, total_pages: pages }
  return [200, { status: 'success', en: 'Done.', ar: 'تم.', pagination, data: all }]
}
