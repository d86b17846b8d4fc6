/** Text cut into the cells of a table, by d3's reader of delimiter-separated values. */
import { dsvFormat } from 'd3';
import type { Cut } from '../../model/data/ownTable.ts';

export const cutTable: Cut = (text, separator) => dsvFormat(separator).parseRows(text);
