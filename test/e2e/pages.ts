/** The pages that exist, and what a test listens to while it visits one. */
import { type ConsoleMessage, expect, type Page, type Request } from '@playwright/test';

export const lesson = { zh: '/zh/lessons/degradation/', en: '/en/lessons/degradation/' } as const;

export const pages = [
  { path: '/zh/', lang: 'zh-Hans', title: '残差实验室：残差网络，边训练边看懂', heading: '残差网络，边训练边看懂' },
  {
    path: '/en/',
    lang: 'en',
    title: 'Residual Lab: residual networks, explained by training them',
    heading: 'Residual networks,explained by training them',
  },
  { path: lesson.zh, lang: 'zh-Hans', title: /.+ · 残差实验室$/, heading: /退化/ },
  { path: lesson.en, lang: 'en', title: /.+ · Residual Lab$/, heading: /[Dd]egradation/ },
  { path: '/zh/builder/', lang: 'zh-Hans', title: '搭一个残差块 · 残差实验室', heading: '搭一个残差块' },
  { path: '/en/builder/', lang: 'en', title: 'Build a block · Residual Lab', heading: 'Build a block' },
  { path: '/zh/lab/', lang: 'zh-Hans', title: '实验台 · 残差实验室', heading: '实验台' },
  { path: '/en/lab/', lang: 'en', title: 'Lab · Residual Lab', heading: 'The lab' },
  { path: '/zh/glossary/', lang: 'zh-Hans', title: '术语表 · 残差实验室', heading: '术语表' },
  { path: '/en/glossary/', lang: 'en', title: 'Glossary · Residual Lab', heading: 'Glossary' },
  { path: '/zh/references/', lang: 'zh-Hans', title: '参考文献 · 残差实验室', heading: '参考文献' },
  { path: '/en/references/', lang: 'en', title: 'References · Residual Lab', heading: 'References' },
  { path: '/zh/teach/', lang: 'zh-Hans', title: '教学安排 · 残差实验室', heading: '怎样用它讲课' },
  { path: '/en/teach/', lang: 'en', title: 'For teachers · Residual Lab', heading: 'Teaching with this course' },
  { path: '/zh/progress/', lang: 'zh-Hans', title: '学习进度 · 残差实验室', heading: '学习进度' },
  { path: '/en/progress/', lang: 'en', title: 'Progress · Residual Lab', heading: 'Your progress' },
] as const;

/** Collects everything that a page must not do: errors, console warnings, policy reports, requests to other origins. */
export function watch(page: Page, origin: string): { readonly faults: string[] } {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(`error: ${message}`));
  page.on('console', (message: ConsoleMessage) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('request', (request: Request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (asked !== origin && protocol !== 'blob:' && protocol !== 'data:') faults.push(`request: ${request.url()}`);
  });
  return { faults };
}

/**
 * Resolves once React has taken over the page, the parts that come with scripts of their own among them: a button that it
 * has not reached yet does nothing.
 */
export const alive = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(() =>
        [...document.querySelectorAll('.theme-switch, .experiment, [data-predict], [data-quiz], .copy-link')].every(
          (element) => Object.keys(element).some((key) => key.startsWith('__react')),
        ),
      ),
    )
    .toBe(true);
