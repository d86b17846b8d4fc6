export const charts = { en: {}, zh: {} } as const;
