/** Interface strings. One file a namespace, both languages side by side; i18next chooses plurals through Intl.PluralRules. */
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './language.ts';
import { builder } from './strings/builder.ts';
import { charts } from './strings/charts.ts';
import { errors } from './strings/errors.ts';
import { experiment } from './strings/experiment.ts';
import { fields } from './strings/fields.ts';
import { home } from './strings/home.ts';
import { prose } from './strings/prose.ts';
import { shell } from './strings/shell.ts';

const namespaces = { builder, charts, errors, experiment, fields, home, prose, shell };

const resources = {
  zh: Object.fromEntries(Object.entries(namespaces).map(([name, strings]) => [name, strings.zh])),
  en: Object.fromEntries(Object.entries(namespaces).map(([name, strings]) => [name, strings.en])),
};

/** One instance a language: a page is wholly in one, also while it is rendered at build time. */
export function translator(language: Language): i18n {
  const instance = createInstance();
  instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources,
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}
