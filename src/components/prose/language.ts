/** The language of the page. */
import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from '../../i18n/language.ts';

/** @throws when the page is in neither language of the course. */
export function useLanguage(): Language {
  const { language } = useTranslation('shell').i18n;
  if (!isLanguage(language)) throw new Error(`no such language: ${language}`);
  return language;
}
