/** The words of the course: what each is called in both languages, and what it is. */
import { gradients } from './glossary/gradients.ts';
import { layers } from './glossary/layers.ts';
import { measuring } from './glossary/measuring.ts';
import { networks } from './glossary/networks.ts';
import type { GlossaryGroup, GlossaryTerm } from './glossary/term.ts';
import { trained } from './glossary/trained.ts';
import { training } from './glossary/training.ts';

export const glossary: readonly GlossaryGroup[] = [networks, gradients, layers, training, trained, measuring];

const byId = new Map(glossary.flatMap(({ terms }) => terms).map((term) => [term.id, term]));

/** @throws when the glossary lacks it: such a page is not built. */
export function termOf(id: string): GlossaryTerm {
  const found = byId.get(id);
  if (!found) throw new Error(`the glossary has no term "${id}"`);
  return found;
}
