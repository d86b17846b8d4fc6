/** Draws the cards that link previews show, public/images/social-*.png.  npm run social */
import { join } from 'node:path';
import { chromium } from 'playwright';
import { type Language, langTag, languages } from '../src/i18n/language.ts';
import { shell } from '../src/i18n/strings/shell.ts';
import { browserLaunch } from './browser.ts';
import { root } from './site.ts';

const headline: Record<Language, readonly [string, string]> = {
  zh: ['残差网络，', '边训练边看懂'],
  en: ['Residual networks,', 'explained by training them'],
};

/** One residual unit: a wire that goes straight on, a branch below it, and the plus where they meet. */
const unit = (x: number) => `
  <path d="M${x} 470H${x + 250}" stroke="#1558b8" stroke-width="7" fill="none"/>
  <path d="M${x + 30} 470v80h50M${x + 170} 550h35v-58" stroke="#1c1d21" stroke-width="3" fill="none"/>
  <rect x="${x + 80}" y="522" width="90" height="56" rx="6" fill="#f6f4ee" stroke="#1c1d21" stroke-width="3"/>
  <text x="${x + 125}" y="560" font-size="30" font-style="italic" text-anchor="middle">F</text>
  <circle cx="${x + 205}" cy="470" r="22" fill="#fdfcf9" stroke="#1558b8" stroke-width="5"/>
  <path d="M${x + 193} 470h24m-12 -12v24" stroke="#1558b8" stroke-width="4"/>`;

const card = (language: Language) => `<!doctype html><html lang="${langTag[language]}"><style>
body{margin:0}text{font-family:"Noto Sans CJK SC","Source Han Sans SC",Inter,system-ui,sans-serif;fill:#1c1d21}</style>
<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
  <rect width="1200" height="630" fill="#fdfcf9"/>
  <text x="90" y="120" font-size="34" font-weight="600">${shell[language].brand}</text>
  <text x="90" y="250" font-size="84" font-weight="700">${headline[language][0]}</text>
  <text x="90" y="355" font-size="${language === 'zh' ? 84 : 72}" font-weight="700">${headline[language][1]}</text>
  ${[90, 340, 590, 840].map(unit).join('')}
</svg></html>`;

const browser = await chromium.launch(await browserLaunch());
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
for (const language of languages) {
  await page.setContent(card(language));
  await page.screenshot({ path: join(root, 'public', 'images', `social-${language}.png`) });
}
await browser.close();
