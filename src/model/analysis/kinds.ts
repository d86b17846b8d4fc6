/** The analyses that ask for nothing beside the networks, by name: a link is read before any of them is fetched. */
export const kinds = [
  'gradient',
  'similarity',
  'agreement',
  'branches',
  'shrink',
  'lesion',
  'readOut',
  'landscape',
  'sensitivity',
  'shattering',
  'euler',
] as const;
export type ListedKind = (typeof kinds)[number];
