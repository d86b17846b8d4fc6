export const home = { en: {}, zh: {} } as const;
