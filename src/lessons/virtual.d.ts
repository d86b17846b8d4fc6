/** Written by scripts/mentions.ts from the prose of the lessons. */
declare module 'virtual:mentions' {
  /** By the number of the lesson. */
  export const mentions: Readonly<
    Record<string, { readonly sources: readonly string[]; readonly terms: readonly string[] }>
  >;
}
