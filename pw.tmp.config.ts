import { defineConfig } from '@playwright/test';
import { browserLaunch } from './scripts/browser.ts';
export default defineConfig({ testDir: 'test/e2e', workers: 1, timeout: 120_000, expect: { timeout: 15_000 }, reporter: 'line', outputDir: '/tmp/pwout', use: { baseURL: 'http://localhost:4192', launchOptions: await browserLaunch(), screenshot: 'off', trace: 'off' } });
