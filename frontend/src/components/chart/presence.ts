// Who appears where: a book's parts in a row of columns, and how often each column names a character.
import type { Appearance, Chunk } from '@/api/generated'

/** Parts that stand next to each other in the book; never empty. */
export type Bin = [Chunk, ...Chunk[]]

export interface Cell {
  bin: Bin
  count: number
  /** The first part of the column that names the character. */
  chunk: Chunk | null
}

export interface ChapterMark {
  number: number
  /** The columns from this one on, up to the next mark. */
  start: number
  span: number
}

/** Counts by character, then by part. */
export type Counts = Map<string, Map<number, number>>

/** Columns of equally many parts, at most so many. */
export function binsOf(chunks: readonly Chunk[], most: number): Bin[] {
  const size = Math.ceil(chunks.length / most)
  const starts = Array.from({ length: Math.ceil(chunks.length / Math.max(size, 1)) }, (_, index) => index * size)
  return starts.map((start) => chunks.slice(start, start + size) as Bin)
}

export function countsOf(appearances: readonly Appearance[]): Counts {
  const counts: Counts = new Map()
  for (const { character_id, chunk_number, mention_count } of appearances) {
    const ofCharacter = counts.get(character_id) ?? new Map<number, number>()
    counts.set(character_id, ofCharacter.set(chunk_number, mention_count))
  }
  return counts
}

export function cellsOf(bins: readonly Bin[], counts: Map<number, number> | undefined): Cell[] {
  return bins.map((bin) => ({
    bin,
    count: bin.reduce((sum, { chunk_number }) => sum + (counts?.get(chunk_number) ?? 0), 0),
    chunk: bin.find(({ chunk_number }) => counts?.has(chunk_number)) ?? null,
  }))
}

/** A column's height as a share of the highest: of its root, so that one mention among hundreds is still seen. */
export function heightOf(count: number, most: number): number {
  return most > 0 ? Math.sqrt(count / most) : 0
}

/** Nothing is said of a column whose parts are all behind the reader's place, or not read by the analysis yet. */
export function isKnown(bin: Bin, until: number | null): boolean {
  return bin.some((chunk) => chunk.read_at !== null && (until === null || chunk.chunk_number <= until))
}

/** Where chapters begin: every one, or every second, third ... so that no more are marked. */
export function marksOf(bins: readonly Bin[], most: number): ChapterMark[] {
  const beginnings = bins.flatMap((bin, start) => {
    const chunk = bin.find(({ chapter_number }) => chapter_number !== bins[start - 1]?.at(-1)?.chapter_number)
    return chunk ? [{ number: chunk.chapter_number, start }] : []
  })
  const step = Math.ceil(beginnings.length / most)
  const marked = beginnings.filter((_, index) => index % step === 0)
  return marked.map((mark, index) => ({ ...mark, span: (marked[index + 1]?.start ?? bins.length) - mark.start }))
}
