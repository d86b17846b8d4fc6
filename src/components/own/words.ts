/** Words of the reader's own data, both languages side by side. */
import { fixed } from '../../i18n/numbers.ts';
import { ownLimits } from '../../model/data/ownData.ts';

const { columns, classes, rows, numbers, perClass } = ownLimits;
const en = (value: number) => fixed(value, 0, 'en');
const zh = (value: number) => fixed(value, 0, 'zh');
const points = (count: number) => (count === 1 ? '1 point' : `${en(count)} points`);

export const words = {
  lead: {
    en: 'Bring a table, or draw points in the plane, and let the networks learn to sort them. Nothing leaves this device: the data stay in this browser, and no link carries them.',
    zh: '带一张表来，或者在平面上画点，让网络学着分类。数据不离开这台设备：只存在这个浏览器里，链接也不会带走。',
  },
  limits: {
    en: `A table has ${columns.least} to ${columns.most} columns of numbers and one of classes; ${classes.least} to ${classes.most} classes of at least ${perClass} examples each; ${en(rows.least)} to ${en(rows.most)} examples, ${en(numbers)} numbers in all at most.`,
    zh: `一张表要有 ${columns.least}～${columns.most} 列数字和一列类别；${classes.least}～${classes.most} 个类别，每类至少 ${perClass} 个样本；共 ${zh(rows.least)}～${zh(rows.most)} 个样本，数字总共不超过 ${zh(numbers)} 个。`,
  },
  treated: {
    en: 'Each seed keeps one example in four for the test, class by class. Columns are standardised with the mean and deviation of the training part.',
    zh: '每个种子从每一类里留出四分之一作测试。各列按训练部分的均值和标准差做标准化。',
  },
  now: { en: 'Your data', zh: '你的数据' },
  none: { en: 'There are none yet.', zh: '还没有。' },
  summary: {
    en: (examples: number, width: number, kinds: string) => `${en(examples)} examples, ${width} columns. ${kinds}.`,
    zh: (examples: number, width: number, kinds: string) => `${zh(examples)} 个样本，${width} 列。${kinds}。`,
  },
  kind: {
    en: (name: string, count: number) => `${name}: ${en(count)}`,
    zh: (name: string, count: number) => `${name}：${zh(count)}`,
  },
  columns: {
    en: (names: string) => `Columns: ${names}.`,
    zh: (names: string) => `各列：${names}。`,
  },
  plane: {
    en: (x: string, y: string) =>
      `The decision regions are drawn over the standardised columns: “${x}” to the right, “${y}” upwards.`,
    zh: (x: string, y: string) => `决策区域画在标准化之后的平面上：向右是“${x}”，向上是“${y}”。`,
  },
  train: { en: 'Train on these data', zh: '用这份数据训练' },
  remove: { en: 'Remove these data', zh: '删除这份数据' },
  removed: {
    en: 'The data were removed from this browser.',
    zh: '数据已从这个浏览器里删除。',
  },
  back: { en: 'Put them back', zh: '放回去' },
  before: { en: 'Back to the data before', zh: '换回原来的数据' },
  adopted: {
    en: (examples: number) => `${en(examples)} examples are taken, and the networks train on them below.`,
    zh: (examples: number) => `已采用 ${zh(examples)} 个样本，网络正在下面用它们训练。`,
  },
  way: { en: 'Where they come from', zh: '数据从哪里来' },
  ways: { table: { en: 'a table', zh: '一张表' }, board: { en: 'drawn by hand', zh: '手画' } },
  table: {
    text: {
      en: 'The table as text: one example a row; commas, semicolons or tabs between the cells',
      zh: '表格文本：一行一个样本，格与格之间用逗号、分号或制表符分开',
    },
    drop: { en: 'or drop a file here.', zh: '也可以把文件拖到这里。' },
    choose: { en: 'Open a CSV file', zh: '打开 CSV 文件' },
    use: { en: 'Use this table', zh: '采用这张表' },
    label: { en: 'Column of the classes', zh: '类别在哪一列' },
    read: {
      en: (examples: number, separator: string, headed: boolean) =>
        `${en(examples)} examples read; cells end with ${separator}; ${headed ? 'the first row holds the names' : 'there is no row of names'}.`,
      zh: (examples: number, separator: string, headed: boolean) =>
        `读到 ${zh(examples)} 个样本；格与格之间是${separator}；${headed ? '第一行是列名' : '没有列名'}。`,
    },
    separators: {
      ',': { en: 'a comma', zh: '逗号' },
      ';': { en: 'a semicolon', zh: '分号' },
      '\t': { en: 'a tab', zh: '制表符' },
    },
    faults: {
      en: 'This table cannot be taken as it stands; your data and the run are as they were.',
      zh: '这张表还不能采用；原有的数据和运行都没有变。',
    },
    more: {
      en: (count: number) => `There are ${en(count)} more places like these.`,
      zh: (count: number) => `类似的地方还有 ${zh(count)} 处。`,
    },
    unread: {
      en: (name: string) => `“${name}” could not be opened; nothing was changed.`,
      zh: (name: string) => `${name} 打不开，什么也没有改动。`,
    },
  },
  board: {
    name: { en: 'Board for points', zh: '画点的平面' },
    keys: {
      en: 'Press or drag to draw. By keyboard: arrows move the cross (with Shift further), Enter draws, Delete removes the nearest point, 1 to 4 choose the class, Ctrl+Z takes back.',
      zh: '点按或拖动来画。用键盘：方向键移动十字（加 Shift 走得更远），Enter 画点，Delete 去掉最近的点，1～4 选类别，Ctrl+Z 撤销。',
    },
    kind: { en: 'Class', zh: '类别' },
    brush: { en: 'Brush', zh: '画笔' },
    brushes: {
      one: { en: 'one point', zh: '一个点' },
      five: { en: 'five points', zh: '五个点' },
      eraser: { en: 'eraser', zh: '橡皮' },
    },
    undo: { en: 'Undo', zh: '撤销' },
    redo: { en: 'Redo', zh: '重做' },
    clear: { en: 'Clear', zh: '清空' },
    at: {
      en: (x: string, y: string) => `Cross at ${x}, ${y}.`,
      zh: (x: string, y: string) => `十字在 ${x}，${y}。`,
    },
    drawn: {
      en: (kind: number, count: number) => `Class ${kind} drawn; ${points(count)} in all.`,
      zh: (kind: number, count: number) => `画上了类别 ${kind}，共 ${count} 个点。`,
    },
    erased: {
      en: (count: number) => `A point was removed; ${count} are left.`,
      zh: (count: number) => `去掉了一个点，还剩 ${count} 个。`,
    },
    nothing: { en: 'No point is near the cross.', zh: '十字附近没有点。' },
    chosen: { en: (kind: number) => `Class ${kind}.`, zh: (kind: number) => `类别 ${kind}。` },
    full: {
      en: (most: number) => `The board holds ${en(most)} points; remove some first.`,
      zh: (most: number) => `平面上最多 ${zh(most)} 个点，先去掉一些。`,
    },
    count: { en: points, zh: (count: number) => `${count} 个点` },
    missing: { en: 'Before they can be trained on:', zh: '训练之前还差：' },
    use: { en: 'Use these points', zh: '采用这些点' },
  },
  trouble: {
    full: {
      en: 'Your data could not be stored because the browser’s storage is full; they last until you close this page.',
      zh: '浏览器存储已满，你的数据没能存下，关闭页面前仍然有效。',
    },
    denied: {
      en: 'This browser lets the page store nothing, so your data last until you close this page.',
      zh: '浏览器不允许本页存储，你的数据在关闭页面前有效。',
    },
    damaged: {
      en: 'The stored data could not be read, so they were set aside; everything else works as before.',
      zh: '存下的数据读不出来，已另行保管；其余一切照常。',
    },
  },
  newer: {
    en: (theirs: number, ours: number) =>
      `The stored data were written by a newer version (format ${theirs}, this page knows ${ours}); they are not overwritten, and what you bring now lasts until you close this page.`,
    zh: (theirs: number, ours: number) =>
      `存下的数据由更新的版本写成（格式 ${theirs}，本页只认到 ${ours}），不会覆盖；现在带来的，关闭页面前有效。`,
  },
};
