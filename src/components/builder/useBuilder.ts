/** The words of this part: they come with the pages that have it. */
import { withStrings } from '../../i18n/index.ts';
import { builder } from '../../i18n/strings/builder.ts';

export const useBuilder = withStrings('builder', builder);
