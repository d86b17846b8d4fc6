import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { browserLaunch } from './scripts/browser.ts';
import viteConfig from './vite.config.ts';

const launch = await browserLaunch();

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      testTimeout: 30_000,
      // By default one core is left idle.
      maxWorkers: '100%',
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['test/**/*.test.{ts,tsx}'],
            exclude: ['test/browser/**', 'test/build/**', 'test/e2e/**'],
          },
        },
        { extends: true, test: { name: 'build', include: ['test/build/**/*.test.ts'] } },
        {
          extends: true,
          optimizeDeps: {
            include: [
              '@tensorflow/tfjs',
              '@tensorflow/tfjs-backend-wasm',
              '@tensorflow/tfjs-backend-webgpu',
              'd3',
              'react',
              'react-dom/client',
              'zod/mini',
            ],
          },
          test: {
            name: 'browser',
            include: ['test/browser/**/*.test.{ts,tsx}'],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              // WebGPU on the processor, which the course must refuse: without the switch Chromium has none here at all.
              provider: playwright({ launchOptions: { ...launch, args: [...launch.args, '--enable-unsafe-webgpu'] } }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
      ],
    },
  }),
);
