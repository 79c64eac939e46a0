import { defineConfig, devices } from '@playwright/test'

// One system for all tests, and a browser for each core. The times of the graph are taken when all else is done.
const SPEED = /speed/

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/setup.ts',
  outputDir: 'test-results',
  workers: 2,
  projects: [
    { name: 'app', testIgnore: SPEED, fullyParallel: true },
    { name: 'speed', testMatch: SPEED, dependencies: ['app'] },
  ],
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    // What fades in is looked at when it is there.
    contextOptions: { reducedMotion: 'reduce' },
    // A trace (`--trace on`) makes the tests half as long again.
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--font-render-hinting=none',
      ],
    },
  },
})
