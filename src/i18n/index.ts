/** Interface strings. One file a namespace, both languages side by side; i18next chooses plurals through Intl.PluralRules. */
import { createInstance, type i18n } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from './language.ts';
import { charts } from './strings/charts.ts';
import { errors } from './strings/errors.ts';
import { experiment } from './strings/experiment.ts';
import { fields } from './strings/fields.ts';
import { home } from './strings/home.ts';
import { shell } from './strings/shell.ts';

/** What every page says. Pages that come later bring their own words with them. */
const namespaces = new Map<string, Strings>(Object.entries({ charts, errors, experiment, fields, home, shell }));
type Strings = Readonly<Record<Language, object>>;

const instances: { readonly language: Language; readonly instance: i18n }[] = [];

/** One instance a language: a page is wholly in one, also while it is rendered at build time. */
export function translator(language: Language): i18n {
  const instance = createInstance();
  instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: Object.fromEntries([...namespaces].map(([name, strings]) => [name, strings[language]])) },
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  instances.push({ language, instance });
  return instance;
}

/**
 * Brings words that not every page needs, a namespace of their own or more of one, to all translators there are and will be.
 * @returns a hook: `useTranslation` of that namespace
 */
export function withStrings<N extends string>(name: N, strings: Strings) {
  const before = namespaces.get(name);
  namespaces.set(name, { en: { ...before?.en, ...strings.en }, zh: { ...before?.zh, ...strings.zh } });
  for (const { language, instance } of instances) {
    instance.addResourceBundle(language, name, strings[language], true);
  }
  return () => useTranslation(name);
}
