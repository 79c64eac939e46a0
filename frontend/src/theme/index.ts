// Vuetify as this app uses it: colours of paper and ink, quiet components, icons from one set.
import { createVuetify } from 'vuetify'
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg'
import { createVueI18nAdapter } from 'vuetify/locale/adapters/vue-i18n'
import { useI18n } from 'vue-i18n'

import { i18n } from '@/locales'

import 'vuetify/styles'
import '@fontsource/ibm-plex-sans-arabic/400.css'
import '@fontsource/ibm-plex-sans-arabic/500.css'
import '@fontsource/ibm-plex-sans-arabic/700.css'
import '@fontsource/amiri/400.css'
import '@fontsource/amiri/700.css'
import './style.css'

export const THEMES = ['light', 'dark'] as const
export type ThemeName = (typeof THEMES)[number]

const light = {
  dark: false,
  colors: {
    background: '#f6f2ea',
    surface: '#fffdf9',
    'surface-variant': '#e9e2d4',
    'on-surface-variant': '#3a3529',
    primary: '#0f5257',
    secondary: '#8a4b1f',
    error: '#b3261e',
    success: '#2b6a3c',
    warning: '#855600',
    info: '#1f5e91',
  },
  variables: { 'medium-emphasis-opacity': 0.72, 'border-color': '#3a3529' },
}

const dark = {
  dark: true,
  colors: {
    background: '#121516',
    surface: '#1b2022',
    'surface-bright': '#c6cdcb',
    'surface-variant': '#2c3335',
    'on-surface-variant': '#dfe3e1',
    primary: '#7fd1cb',
    'on-primary': '#00302f',
    secondary: '#e2b07e',
    'on-secondary': '#3b1f05',
    error: '#ffb4ab',
    'on-error': '#570a05',
    success: '#8fd6a0',
    'on-success': '#00391a',
    warning: '#f2c46d',
    'on-warning': '#3d2b00',
    info: '#9ccbfa',
    'on-info': '#003256',
  },
  variables: { 'medium-emphasis-opacity': 0.76, 'border-color': '#dfe3e1' },
}

export const vuetify = createVuetify({
  theme: { defaultTheme: 'light', themes: { light, dark } },
  locale: { adapter: createVueI18nAdapter({ i18n, useI18n }) },
  icons: { defaultSet: 'mdi', aliases, sets: { mdi } },
  defaults: {
    VBtn: { rounded: 'lg' },
    VCard: { rounded: 'xl', flat: true, border: true },
    VTextField: { variant: 'outlined' },
    VSelect: { variant: 'outlined' },
    VTextarea: { variant: 'outlined' },
    VAlert: { rounded: 'lg', variant: 'tonal' },
    VTooltip: { openDelay: 300 },
  },
})
