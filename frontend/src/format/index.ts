// Numbers, sizes and dates as the reader's language writes them; digits are Western in both.
import { computed, type ComputedRef } from 'vue'

import { useLocale } from '@/stores/locale'

export interface Format {
  number: (value: number) => string
  percent: (share: number) => string
  bytes: (size: number) => string
  dollars: (amount: number) => string
  language: (code: string) => string
  date: (iso: string) => string
  dateTime: (iso: string) => string
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

export function formatIn(language: string): Format {
  const tag = `${language}-u-nu-latn`
  const number = new Intl.NumberFormat(tag)
  const percent = new Intl.NumberFormat(tag, { style: 'percent' })
  // As English writes it: Arabic has the sign behind the number, where it parts from its letters.
  const dollars = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 4 })
  const languages = new Intl.DisplayNames(tag, { type: 'language' })
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' })
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' })
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    bytes: (size) => {
      const power = Math.min(Math.floor(Math.log(Math.max(size, 1)) / Math.log(1024)), UNITS.length - 1)
      const unit = { style: 'unit', unit: UNITS[power], unitDisplay: 'short', maximumFractionDigits: 1 } as const
      return new Intl.NumberFormat(tag, unit).format(size / 1024 ** power)
    },
    dollars: (amount) => dollars.format(amount),
    language: (code) => languages.of(code) ?? code,
    date: (iso) => date.format(new Date(iso)),
    dateTime: (iso) => dateTime.format(new Date(iso)),
  }
}

export function useFormat(): ComputedRef<Format> {
  const locale = useLocale()
  return computed(() => formatIn(locale.language))
}
