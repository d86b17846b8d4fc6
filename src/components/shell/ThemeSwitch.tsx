/** Light, dark, projector, or as the system. */
import { useTranslation } from 'react-i18next';
import { chooseTheme, themes, useTheme } from './theme.ts';

export function ThemeSwitch() {
  const { t } = useTranslation('shell');
  return (
    <label className="theme-switch needs-script">
      <span className="visually-hidden">{t('theme')}</span>
      <select value={useTheme()} onChange={(event) => chooseTheme(event.target.value)}>
        {themes.map((theme) => (
          <option key={theme} value={theme}>
            {t(theme)}
          </option>
        ))}
      </select>
    </label>
  );
}
