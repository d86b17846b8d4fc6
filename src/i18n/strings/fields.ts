export const fields = { en: {}, zh: {} } as const;
