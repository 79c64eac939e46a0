// The sentences of the app: one file a noun and language, `library.json` is `$t('library.…')`.
import { ar as vuetifyAr, en as vuetifyEn } from 'vuetify/locale'
import { createI18n } from 'vue-i18n'

export const LANGUAGES = ['ar', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

type Sentences = Record<string, unknown>
const files = import.meta.glob<Sentences>('./*/*.json', { eager: true, import: 'default' })

function sentencesIn(language: Language): Sentences {
  const own = Object.entries(files).filter(([path]) => path.startsWith(`./${language}/`))
  return Object.fromEntries(own.map(([path, sentences]) => [path.slice(5, -'.json'.length), sentences]))
}

const CATEGORIES = {
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  en: ['one', 'other'],
} as const

/** Which of a sentence's forms, set apart by `|` in the order of CATEGORIES, goes with a number. */
export function pluralForm(language: Language, count: number): number {
  const category = new Intl.PluralRules(language).select(count)
  return (CATEGORIES[language] as readonly string[]).indexOf(category)
}

export const i18n = createI18n({
  legacy: false,
  locale: 'ar',
  fallbackLocale: 'en',
  messages: {
    ar: { ...sentencesIn('ar'), $vuetify: vuetifyAr },
    en: { ...sentencesIn('en'), $vuetify: vuetifyEn },
  },
  pluralRules: {
    ar: (count) => pluralForm('ar', count),
    en: (count) => pluralForm('en', count),
  },
})
