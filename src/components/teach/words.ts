/** What the teaching plan says. */
export const words = {
  title: { en: 'Teaching with this course', zh: '怎样用它讲课' },
  lead: {
    en: (lessons: number, minutes: number) =>
      `${lessons} lessons, ${minutes} minutes of reading and running. For each: what to ask before Run, which answers to expect, and the links to prepare.`,
    zh: (lessons: number, minutes: number) =>
      `共 ${lessons} 课，读课文加做实验约 ${minutes} 分钟。每一课列出：运行之前问什么，会听到哪些答案，课前准备好哪些链接。`,
  },
  room: { en: 'In the room', zh: '课堂上' },
  advice: {
    en: [
      '“Present this lesson” shows it as slides, one section each; “Present this experiment” shows that one alone and large. Press ? there for the keys.',
      'Ask before you run. Let everybody commit to one answer, lock the one with most hands, and only then look.',
      'A slow machine need not stop you: add freeze=3 to the address, and a run that takes longer than 3 seconds gives way to its recording, and says so.',
      'A talk keeps its answers to itself. What you locked while rehearsing does not show, and your own progress stays as it is.',
    ],
    zh: [
      '“放映这一课”把它变成幻灯片，一节一张；“放映这个实验”只放那一个，图最大。放映时按 ? 可查按键。',
      '先问，再运行。让每个人都选定一个答案，把举手最多的那个锁定，然后才看结果。',
      '机器慢也不要紧：在地址里加上 freeze=3，运行超过 3 秒就改放预录结果，并注明。',
      '放映中的答案单独存放。排练时锁定的不会显示，你自己的学习进度也不受影响。',
    ],
  },
  plan: { en: 'The course in classes', zh: '分成几次课' },
  length: { en: 'Length of a class', zh: '一次课多长' },
  minutes: { en: (minutes: number) => `${minutes} minutes`, zh: (minutes: number) => `${minutes} 分钟` },
  class: { en: (number: number) => `Class ${number}`, zh: (number: number) => `第 ${number} 次` },
  spare: {
    en: (minutes: number, spare: number) => `${minutes} minutes, ${spare} left for discussion`,
    zh: (minutes: number, spare: number) => `${minutes} 分钟，另有 ${spare} 分钟讨论`,
  },
  over: {
    en: (minutes: number) => `${minutes} minutes, longer than one class`,
    zh: (minutes: number) => `${minutes} 分钟，一次课讲不完`,
  },
  drawings: { en: 'Drawings to use', zh: '可以拿去用的图' },
  licence: {
    en: 'For your own slides and handouts. They are under the MIT licence, like the rest of the course: use and change them, and keep the copyright notice.',
    zh: '可用在自己的幻灯片和讲义里。同本课程其余部分一样，采用 MIT 许可：可以随意使用和修改，只要保留版权声明。',
  },
  lessons: { en: 'Lesson by lesson', zh: '逐课安排' },
  lesson: { en: (number: number) => `Lesson ${number}`, zh: (number: number) => `第 ${number} 课` },
  ask: { en: 'Ask before Run', zh: '运行之前问' },
  answers: { en: 'Answers to expect', zh: '会听到的答案' },
  drawn: {
    en: 'Curves, drawn by hand: collect two that differ.',
    zh: '手画的曲线：挑两份不一样的。',
  },
  none: { en: 'This lesson asks for no prediction.', zh: '这一课没有预测。' },
  experiments: { en: 'Experiments', zh: '实验' },
  slide: { en: 'slide', zh: '幻灯片' },
  open: { en: 'Lesson', zh: '课文' },
  present: { en: 'Present', zh: '放映' },
  notes: { en: 'Presenter’s notes', zh: '讲课备注' },
  handout: { en: 'Handout, one page', zh: '单页讲义' },
  print: {
    en: 'To print a whole lesson, open it, run what you want to show, and print from the browser: the charts come out as they stand.',
    zh: '要打印整课：打开课文，运行想展示的实验，再用浏览器打印，图会照当时的样子印出来。',
  },
} as const;
