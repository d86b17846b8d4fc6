import './scripts/kernel.ts';
import mdx from '@mdx-js/rollup';
import rehypeShiki from '@shikijs/rehype';
import react from '@vitejs/plugin-react';
import rehypeKatex from 'rehype-katex';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { defineConfig, type Plugin } from 'vite';
import { mentions } from './scripts/mentions.ts';
import { teaching } from './scripts/teaching.ts';

/** Lessons are compiled, formulas set and code coloured at build time: none of it costs the reader a script. */
const lessonProse = () => ({
  enforce: 'pre' as const,
  ...mdx({
    remarkPlugins: [remarkFrontmatter, remarkGfm, remarkMath],
    rehypePlugins: [
      [
        rehypeKatex,
        {
          output: 'htmlAndMathml',
          strict: false,
          macros: { '\\sym': '\\htmlData{symbol=#1}{#2}' },
          trust: ({ command }: { command: string }) => command === '\\htmlData',
        },
      ],
      [
        rehypeShiki,
        { themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' }, langs: ['python', 'ts'] },
      ],
    ],
  }),
});

/** KaTeX also names .woff and .ttf files; every browser that runs this page reads .woff2. */
const katexWoff2Only = (): Plugin => ({
  name: 'katex-woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!/katex(\.min)?\.css/.test(id)) return null;
    return code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\((["'])(?:woff|truetype)\1\)/g, '');
  },
});

export default defineConfig({
  base: process.env.BASE_PATH ?? '/',
  plugins: [lessonProse(), mentions(), teaching(), katexWoff2Only(), react({ include: /\.(mdx|tsx|ts)$/ })],
  // Licence comments would nearly double the worker; the notices are in licences.txt instead.
  worker: { format: 'es', rolldownOptions: { output: { comments: false } } },
  build: {
    target: 'es2022',
    // A data: address would break the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { comments: false } },
  },
});
