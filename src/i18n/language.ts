/** The two languages of the course, and how their numbers are written. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
export const isLanguage = (value: string | undefined): value is Language => value === 'zh' || value === 'en';
/** The `lang` attribute: zh-Hans chooses simplified glyphs. */
export const langTag: Record<Language, string> = { zh: 'zh-Hans', en: 'en' };
