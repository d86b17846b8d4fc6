/** A takeaway whose words come with the chart instead of from `charts.ts`: for charts that one lesson alone words. */
import type { ArmName } from './armStyle.ts';
import type { Sentence } from './sentence.ts';

/** @param text in the language of the page; `<0/>` stands for the name of the first of `arms` */
export const worded = (text: string, arms: readonly ArmName[]): Sentence => ({
  // No such key: i18next then takes the default value.
  key: 'worded',
  values: { defaultValue: text },
  arms,
});
