/** What the head of a page tells browsers, search engines and link previews. */
import type { Page } from '../src/routes.ts';
import { base, siteUrl } from './site.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const inHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
const element = (name: string, attributes: Record<string, string>) =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${inHtml(value)}"`)
    .join('')}>`;
const meta = (attributes: Record<string, string>) => element('meta', attributes);
const link = (attributes: Record<string, string>) => element('link', attributes);

const within = (path: string) => base + path.replace(/^\//, '');
const absolute = (path: string) => siteUrl + within(path);

interface HeadParts {
  readonly policy: string;
  /** Files, from the root of the course. */
  readonly font?: string;
  readonly modules: readonly string[];
  readonly scripts: readonly string[];
  /** What the social card shows. */
  readonly imageText: string;
}

export function headOf(page: Page, { policy, font, modules, scripts, imageText }: HeadParts): string {
  const indexed = Object.keys(page.alternates).length > 0;
  const { language = 'en', title, description } = page;
  return [
    meta({ 'http-equiv': 'Content-Security-Policy', content: policy }),
    ...scripts.map((file) => `${element('script', { src: within(file) })}</script>`),
    `<title>${inHtml(title)}</title>`,
    meta({ name: 'description', content: description }),
    ...(font ? [link({ rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: within(font) })] : []),
    ...modules.map((file) => link({ rel: 'modulepreload', crossorigin: '', href: within(file) })),
    ...(indexed ? published(page) : [meta({ name: 'robots', content: 'noindex' })]),
    meta({ property: 'og:type', content: 'website' }),
    meta({ property: 'og:title', content: title }),
    meta({ property: 'og:description', content: description }),
    meta({ property: 'og:locale', content: language === 'zh' ? 'zh_CN' : 'en_GB' }),
    meta({ property: 'og:image', content: absolute(`images/social-${language}.png`) }),
    meta({ property: 'og:image:width', content: '1200' }),
    meta({ property: 'og:image:height', content: '630' }),
    meta({ property: 'og:image:alt', content: imageText }),
    meta({ name: 'twitter:card', content: 'summary_large_image' }),
  ].join('\n    ');
}

const published = ({ path, alternates }: Page): string[] => [
  link({ rel: 'canonical', href: absolute(path) }),
  ...Object.entries(alternates).map(([hreflang, to]) => link({ rel: 'alternate', hreflang, href: absolute(to) })),
  meta({ property: 'og:url', content: absolute(path) }),
];

export function sitemapOf(pages: readonly Page[]): string {
  const entries = pages.map(({ path, alternates }) => {
    const links = Object.entries(alternates).map(
      ([hreflang, to]) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${absolute(to)}"/>`,
    );
    return `  <url><loc>${absolute(path)}</loc>${links.join('')}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
}

export const robotsOf = (): string => `User-agent: *\nAllow: /\n\nSitemap: ${absolute('sitemap.xml')}\n`;
