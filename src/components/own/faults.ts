/** What is wrong with a table or a drawing, as sentences that say where it is and what to do. */
import type { Language } from '../../i18n/language.ts';
import { fixed } from '../../i18n/numbers.ts';
import type { TableFault } from '../../model/data/ownTable.ts';

const whole = (value: number, language: Language) => fixed(value, 0, language);

const en = (fault: TableFault): string => {
  switch (fault.kind) {
    case 'empty':
      return 'There is nothing to read: paste a table, or drop a file.';
    case 'not-text':
      return 'This file is not text. Save the table as CSV in your spreadsheet, and drop that file.';
    case 'too-long':
      return `The text has ${whole(fault.found, 'en')} characters; up to ${whole(fault.most, 'en')} are read. Leave some rows out.`;
    case 'open-quote':
      return `A quotation mark opens in row ${fault.row} and never closes, so the rest cannot be read.`;
    case 'ragged':
      return `Row ${fault.row} has ${fault.found} cells instead of ${fault.wanted}.`;
    case 'missing':
      return `Row ${fault.row}, column “${fault.column}”: the cell is empty. Fill it in, or leave the row out.`;
    case 'not-number':
      return `Row ${fault.row}, column “${fault.column}”: “${fault.text}” is not a number.`;
    case 'too-large':
      return `Row ${fault.row}, column “${fault.column}”: ${fault.text} is too large to compute with.`;
    case 'few-columns':
      return `Beside the classes there ${fault.found === 1 ? 'is 1 column' : `are ${fault.found} columns`} of numbers; at least ${fault.least} are needed.`;
    case 'many-columns':
      return `Beside the classes there are ${fault.found} columns; up to ${fault.most} can be taken.`;
    case 'few-rows':
      return `There ${fault.found === 1 ? 'is 1 example' : `are ${whole(fault.found, 'en')} examples`}; at least ${fault.least} are needed.`;
    case 'many-rows':
      return `There are ${whole(fault.found, 'en')} examples; up to ${whole(fault.most, 'en')} can be taken. Leave some out.`;
    case 'many-numbers':
      return `The table holds ${whole(fault.found, 'en')} numbers; up to ${whole(fault.most, 'en')} can be taken. Leave out some rows or columns.`;
    case 'one-class':
      return `All examples are of class “${fault.name}”; at least 2 classes are needed.`;
    case 'many-classes':
      return `The column of classes holds ${whole(fault.found, 'en')} different values; up to ${fault.most} classes can be taken. Is it the right column?`;
    case 'rare-class':
      return `Class “${fault.name}” has ${fault.found === 1 ? '1 example' : `${fault.found} examples`}; at least ${fault.least} are needed, so that the test gets one too.`;
  }
};

const zh = (fault: TableFault): string => {
  switch (fault.kind) {
    case 'empty':
      return '没有可读的内容：请粘贴一张表，或拖入一个文件。';
    case 'not-text':
      return '这个文件不是文本。请在电子表格里另存为 CSV，再拖进来。';
    case 'too-long':
      return `全文有 ${whole(fault.found, 'zh')} 个字符，最多读 ${whole(fault.most, 'zh')} 个；请减少几行。`;
    case 'open-quote':
      return `第 ${fault.row} 行的引号没有配对，后面的内容读不出来。`;
    case 'ragged':
      return `第 ${fault.row} 行有 ${fault.found} 格，应有 ${fault.wanted} 格。`;
    case 'missing':
      return `第 ${fault.row} 行“${fault.column}”列是空的。请补上，或去掉这一行。`;
    case 'not-number':
      return `第 ${fault.row} 行“${fault.column}”列：“${fault.text}”不是数字。`;
    case 'too-large':
      return `第 ${fault.row} 行“${fault.column}”列：${fault.text} 太大，无法计算。`;
    case 'few-columns':
      return `除类别外有 ${fault.found} 列数字，至少要 ${fault.least} 列。`;
    case 'many-columns':
      return `除类别外有 ${fault.found} 列，最多 ${fault.most} 列。`;
    case 'few-rows':
      return `有 ${whole(fault.found, 'zh')} 个样本，至少要 ${fault.least} 个。`;
    case 'many-rows':
      return `有 ${whole(fault.found, 'zh')} 个样本，最多 ${whole(fault.most, 'zh')} 个；请减少几行。`;
    case 'many-numbers':
      return `表中有 ${whole(fault.found, 'zh')} 个数，最多 ${whole(fault.most, 'zh')} 个；请减少几行或几列。`;
    case 'one-class':
      return `所有样本都属于“${fault.name}”，至少要两个类别。`;
    case 'many-classes':
      return `类别列里有 ${whole(fault.found, 'zh')} 种取值，最多 ${fault.most} 个类别。类别列选对了吗？`;
    case 'rare-class':
      return `“${fault.name}”类有 ${fault.found} 个样本，至少要 ${fault.least} 个，测试集里才分得到。`;
  }
};

export const faultSentence = (fault: TableFault, language: Language): string =>
  language === 'en' ? en(fault) : zh(fault);
