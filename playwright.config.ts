import { defineConfig } from '@playwright/test';
import { browserLaunch } from './scripts/browser.ts';

const port = Number(process.env.E2E_PORT ?? 4273);
const baseURL = `http://localhost:${port}`;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { baseURL, launchOptions: await browserLaunch(), screenshot: 'off', trace: 'off' },
  webServer: {
    command: 'npx tsx scripts/serve.ts',
    url: `${baseURL}/en/`,
    env: { PORT: String(port) },
    timeout: 240_000,
    reuseExistingServer: false,
  },
});
