/** The words of this part: they come with the pages that have it. */
import { withStrings } from '../../i18n/index.ts';
import { race } from '../../i18n/strings/race.ts';

export const useRace = withStrings('race', race);
