import { fileURLToPath, URL } from 'node:url'

import vue from '@vitejs/plugin-vue'
import { compression } from 'vite-plugin-compression2'
import vuetify from 'vite-plugin-vuetify'
import { defineConfig } from 'vitest/config'

const backEnd = process.env.BACK_END ?? 'http://127.0.0.1:5000'
// `vi.mock` replaces a module only where nobody has loaded it yet.
const MOCKED = ['src/**/*.mocked.spec.ts']

export default defineConfig({
  plugins: [vue(), vuetify(), compression({ algorithms: ['gzip', 'brotliCompress'], threshold: 1024 })],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // What this app does not use of its libraries is left out.
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // What many pages share comes in one file: that is compressed better than twenty small ones.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 6 }] } } },
    chunkSizeWarningLimit: 700, // cytoscape, on the graph's page
  },
  server: { proxy: { '/api': backEnd, '/socket.io': { target: backEnd, ws: true } } },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    server: { deps: { inline: ['vuetify'] } },
    restoreMocks: true,
    // The first of a file waits for all that it loads.
    testTimeout: 20_000,
    pool: 'threads',
    maxWorkers: '100%',
    projects: [
      // Modules and the page are loaded once for all: a quarter of the work.
      { extends: true, test: { name: 'together', include: ['src/**/*.spec.ts'], exclude: MOCKED, isolate: false } },
      { extends: true, test: { name: 'apart', include: MOCKED } },
    ],
  },
})
