/** Brings the words of the charts that the front page does not have. */
import { withStrings } from '../../i18n/index.ts';
import { laterCharts } from '../../i18n/strings/laterCharts.ts';

export const useLaterCharts = withStrings('charts', laterCharts);
