// `npm run pictures` takes the pictures of the README anew.
import { defineConfig } from '@playwright/test'

import config from './playwright.config'

export default defineConfig({
  ...config,
  projects: [{ name: 'pictures', testMatch: /pictures\.ts$/ }],
  use: { ...config.use, deviceScaleFactor: 2 },
})
