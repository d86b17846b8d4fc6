export const shell = { en: {}, zh: {} } as const;
