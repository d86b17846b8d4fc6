export const errors = { en: {}, zh: {} } as const;
