/** Words of the files of a run. */
export const words = {
  title: { en: 'Files and code', zh: '文件与代码' },
  measured: {
    en: 'Everything that was measured in this run: all networks, seeds, steps and layers.',
    zh: '这次运行量到的全部数据：所有网络、种子、步和层。',
  },
  nothing: {
    en: 'Nothing has been trained here yet, so there is nothing to keep.',
    zh: '这里还没有训练，没有可存的结果。',
  },
  csv: { en: 'Telemetry as CSV', zh: '实测记录（CSV）' },
  json: { en: 'Telemetry as JSON', zh: '实测记录（JSON）' },
  run: { en: 'Run file', zh: '运行文件' },
  back: {
    en: 'A run file brings the run back exactly as it was, here or on another device.',
    zh: '运行文件能把这次运行原样带回来，换一台设备也行。',
  },
  open: { en: 'Open a run file', zh: '打开运行文件' },
  code: {
    en: 'The same experiment in Python: the same data, initial weights and batches. Over the first 20 steps its losses differ from those here by 0.0001 at most, losses above 1 by that share of themselves. The page measures whether rounding grows from step to step; where it does, the file computes in this page’s own order: that of the fused engine or, in a browser without SIMD, of tfjs.',
    zh: '用 Python 做同一个实验：数据、初始权重和小批量都相同。前 20 步的损失与这里最多差 0.0001（大于 1 的损失按比例算）。写文件时，页面会量舍入误差是否一步步放大；放大的地方，文件按本页的运算次序来算：有 SIMD 时是融合引擎的次序，没有时是 tfjs 的。',
  },
  measuring: {
    en: 'Measuring what rounding does to the losses …',
    zh: '正在测量舍入误差对损失的影响……',
  },
  script: { en: 'PyTorch', zh: 'PyTorch' },
  notebook: { en: 'Jupyter notebook', zh: 'Jupyter 笔记本' },
  images: { en: 'The images it reads: fashion14.bin', zh: '它要读的图片：fashion14.bin' },
  own: {
    en: 'A run file, a script or a notebook of this experiment holds your data: whoever gets it gets them.',
    zh: '这个实验的运行文件、脚本和笔记本里带着你的数据：给了谁，谁就有。',
  },
  undo: { en: 'Undo', zh: '撤销' },
  restored: { en: 'The page is as it was before.', zh: '已恢复原样。' },
  failed: {
    en: 'The file could not be written; the run on the page is as it was.',
    zh: '文件没能生成；页面上的运行不受影响。',
  },
  large: {
    en: 'This run holds too many numbers for a text of its own; the run file holds all of them in less space.',
    zh: '这次运行的数据太多，写不成一份文本；运行文件更紧凑，全部存得下。',
  },
  opened: {
    en: (name: string) => `“${name}” is open: its settings are in the controls, its curves in the charts.`,
    zh: (name: string) => `已打开 ${name}：设置在控件里，曲线在图里。`,
  },
  unreadable: {
    en: (name: string) => `“${name}” is no whole run file of this course, so nothing was changed.`,
    zh: (name: string) => `${name} 不是本课程的完整运行文件，什么也没有改动。`,
  },
  newer: {
    en: (theirs: number, ours: number) =>
      `This file was written by a newer version (format ${theirs}, this page knows ${ours}); nothing was taken from it, and the page is as it was.`,
    zh: (theirs: number, ours: number) =>
      `这个文件由更新的版本写成（格式 ${theirs}，本页只认到 ${ours}）；没有打开，页面保持原样。`,
  },
};
