// What is known of a book and of its reading, as lines of a list.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'

import type { BookDetails, Chunk, Job } from '@/api/generated'
import { useFormat } from '@/format'
import { chaptersOf } from '@/queries/chunks'

export interface Fact {
  name: string
  value: string
}

const BUILT_IN = 'offline'

export function useBookFacts(
  book: () => BookDetails,
  job: () => Job | null,
  chunks: () => readonly Chunk[],
  isWhole: () => boolean,
): ComputedRef<Fact[]> {
  const { t, te } = useI18n()
  const format = useFormat()

  const number = (value: number) => format.value.number(value)
  const counted = (key: string, count: number) => t(`book.count.${key}`, { n: number(count) }, count)
  /** Rounded down: what is almost certain is not certain. */
  const share = (of: number) => format.value.percent(Math.floor(of * 100) / 100)
  const certain = (what: string, confidence: number | null) =>
    confidence === null ? what : t('book.facts.certain', { what, share: share(confidence) })

  function text(): (Fact | null)[] {
    const { detected_language: language, language_confidence, text_classification: kind, quality_score } = book()
    const words = chunks().reduce((sum, chunk) => sum + chunk.word_count, 0)
    const kindName = kind && te(`book.kind.${kind.classification}`) ? t(`book.kind.${kind.classification}`) : kind?.classification
    return [
      language === null ? null : fact('language', certain(format.value.language(language), language_confidence)),
      kind && kindName ? fact('kind', certain(kindName, kind.confidence)) : null,
      quality_score === null ? null : fact('quality', share(quality_score)),
      words === 0 ? null : fact('length', counted('words', words)),
      words === 0
        ? null
        : fact('division', t('book.facts.and', [counted('chapters', chaptersOf(chunks()).length), counted('parts', chunks().length)])),
    ]
  }

  function found(): (Fact | null)[] {
    const result = job()?.result
    if (result?.characters === undefined || !isWhole()) return []
    const { mentions = 0, facts = 0 } = result.dropped ?? {}
    const nothing = t('book.facts.nothing')
    return [
      fact('found', t('book.facts.and', [counted('characters', result.characters), counted('relationships', result.relationships ?? 0)])),
      fact(
        'dropped',
        mentions + facts === 0 ? nothing : t('book.facts.and', [counted('mentions', mentions), counted('claims', facts)]),
      ),
    ]
  }

  function reading(): (Fact | null)[] {
    const reader = book().reader
    const finished = book().processing_status === 'completed' ? (job()?.finished_at ?? null) : null
    return [
      reader === null ? null : fact('reader', reader === BUILT_IN ? t('book.facts.builtIn') : reader),
      reader === null ? null : fact('cost', cost()),
      finished === null ? null : fact('finished', format.value.dateTime(finished)),
      fact('added', format.value.dateTime(book().created_at)),
      fact('size', format.value.bytes(book().file_size)),
    ]
  }

  function cost(): string {
    const usage = job()?.usage
    if (!usage) return t('book.facts.free')
    const tokens = usage.input_tokens + usage.output_tokens
    const parts = [format.value.dollars(usage.cost_usd), counted('calls', usage.calls), counted('tokens', tokens)]
    return parts.map(isolated).join(' · ')
  }

  function fact(name: string, value: string): Fact {
    return { name: t(`book.facts.${name}`), value }
  }

  return computed(() => [...text(), ...found(), ...reading()].filter((each) => each !== null))
}

/** A sum of money beside Arabic words stays in one piece. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`
}
