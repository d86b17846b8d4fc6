/** The same page in the other language, at the same place and with the same settings. */
import type { MouseEvent } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { type Language, langTag } from '../../i18n/language.ts';
import { useLanguage } from '../prose/language.ts';
import { keepPlace } from './place.ts';
import { store } from './storage.ts';

const names: Record<Language, string> = { zh: '中文', en: 'English' };

export function LanguageSwitch() {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const other: Language = useLanguage() === 'zh' ? 'en' : 'zh';
  const target = pathname.replace(/^\/[^/]+/, `/${other}`);
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    store('language', other);
    keepPlace();
    // The experiment writes its settings into the address without the router, so they are read from the window.
    const { search, hash } = window.location;
    navigate({ pathname: target, search, hash });
  };
  return (
    <Link to={target} lang={langTag[other]} hrefLang={langTag[other]} onClick={go}>
      {names[other]}
    </Link>
  );
}
