/** The works that the course cites, each checked against its text. */
import type { Source } from '../components/prose/Sources.tsx';
import * as before from './bibliography/before.ts';
import * as identity from './bibliography/identity.ts';
import * as resnets from './bibliography/resnets.ts';
import * as theory from './bibliography/theory.ts';
import * as tools from './bibliography/tools.ts';
import * as trained from './bibliography/trained.ts';

export * from './bibliography/before.ts';
export * from './bibliography/identity.ts';
export * from './bibliography/resnets.ts';
export * from './bibliography/theory.ts';
export * from './bibliography/tools.ts';
export * from './bibliography/trained.ts';

/** By year, then by name; what bears no year comes last. */
export const works: readonly Source[] = [before, identity, resnets, theory, tools, trained]
  .flatMap((part): Source[] => Object.values(part))
  .sort((a, b) => a.year.localeCompare(b.year, 'en') || a.authors.localeCompare(b.authors, 'en'));
