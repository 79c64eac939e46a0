import { defineConfig } from '@hey-api/openapi-ts'

export default defineConfig({
  input: '../docs/openapi.json',
  output: { path: process.env.CLIENT_FOLDER ?? 'src/api/generated' },
  plugins: [
    '@hey-api/client-axios',
    '@hey-api/typescript',
    '@hey-api/sdk',
    { name: '@tanstack/vue-query', infiniteQueryOptions: false },
  ],
})
