/** The words of the prose vocabulary: they come with the pages that have prose. */
import { withStrings } from '../../i18n/index.ts';
import { prose } from '../../i18n/strings/prose.ts';

export const useProse = withStrings('prose', prose);
