/** Everything inside speaks this language. */
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { translator } from '../../i18n/index.ts';
import type { Language } from '../../i18n/language.ts';

const translators = { zh: translator('zh'), en: translator('en') };

interface InLanguageProps {
  readonly language: Language;
  readonly children: ReactNode;
}

export const InLanguage = ({ language, children }: InLanguageProps) => (
  <I18nextProvider i18n={translators[language]}>{children}</I18nextProvider>
);
