/** What an arm is called on screen: plain and residual in the reader's language, other names as they are. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

export function useArmLabel(): (name: string) => string {
  const { t } = useTranslation('experiment');
  return useCallback((name: string) => (name === 'plain' || name === 'residual' ? t(`arm.${name}`) : name), [t]);
}
