// Which language the reader reads in, kept in the browser.
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'

import { i18n, LANGUAGES, type Language } from '@/locales'

import { remembered } from './remembered'

function preferred(): Language {
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'ar'
}

function isLanguage(tag: unknown): tag is Language {
  return LANGUAGES.includes(tag as Language)
}

export const useLocale = defineStore('locale', () => {
  const language = ref(remembered('language', isLanguage) ?? preferred())
  const direction = computed(() => (language.value === 'ar' ? 'rtl' : 'ltr'))

  watch(
    language,
    (chosen) => {
      localStorage.setItem('language', chosen)
      i18n.global.locale.value = chosen
      Object.assign(document.documentElement, { lang: chosen, dir: direction.value })
    },
    { immediate: true, flush: 'sync' },
  )

  return { language, direction }
})
