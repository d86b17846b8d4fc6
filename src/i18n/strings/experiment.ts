export const experiment = { en: {}, zh: {} } as const;
