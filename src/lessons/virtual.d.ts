/** Written by scripts/mentions.ts from the prose of the lessons. */
declare module 'virtual:mentions' {
  /** By the number of the lesson. */
  export const mentions: Readonly<
    Record<string, { readonly sources: readonly string[]; readonly terms: readonly string[] }>
  >;
}

/** Written by scripts/teaching.ts from the prose of the lessons. */
declare module 'virtual:teaching' {
  type Piece = string | { readonly setup: string } | { readonly value: string };
  interface Teaching {
    readonly questions: readonly {
      readonly id: string;
      readonly section: string;
      readonly drawn: boolean;
      readonly text: readonly Piece[];
    }[];
    readonly live: readonly { readonly section: string; readonly title: string }[];
  }
  /** By the number of the lesson, then by language. */
  export const teaching: Readonly<Record<string, Readonly<Record<string, Teaching>>>>;
}
