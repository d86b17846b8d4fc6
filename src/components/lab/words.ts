/** The words of the lab alone, both languages side by side. */
import { fixed } from '../../i18n/numbers.ts';

export const words = {
  title: { en: 'The lab', zh: '实验台' },
  lead: {
    en: 'Every setting of the course on one table. Ask a question of your own, and let two to four networks answer it.',
    zh: '全课的设置都在这里。提一个自己的问题，让两到四个网络来回答。',
  },
  noScript: {
    en: 'The lab trains networks in the browser, so it needs JavaScript; the lessons can be read without it.',
    zh: '实验台在浏览器里训练网络，需要 JavaScript；各课的正文不需要。',
  },
  back: { en: 'Back to the lab’s own settings', zh: '改用实验台自己的设置' },
  own: {
    title: { en: 'Data of your own', zh: '用自己的数据' },
    bring: { en: 'Use data of your own', zh: '用自己的数据' },
    links: {
      en: 'A link, a talk in another browser or an embedding page cannot carry your data. A run file does.',
      zh: '链接、别的浏览器里的放映和嵌入的页面都带不走你的数据；运行文件可以。',
    },
  },
  undo: { en: 'Undo', zh: '撤销' },
  redo: { en: 'Redo', zh: '重做' },
  undoKeys: { en: 'Ctrl+Z and Ctrl+Shift+Z do the same.', zh: '也可以按 Ctrl+Z 和 Ctrl+Shift+Z。' },
  settings: { en: 'Settings', zh: '设置' },
  run: { en: 'Run', zh: '运行' },
  groups: {
    data: { en: 'Data', zh: '数据' },
    network: { en: 'Network', zh: '网络' },
    start: { en: 'Start', zh: '初值' },
    training: { en: 'Training', zh: '训练' },
    arms: { en: 'What is compared', zh: '比较什么' },
    seeds: { en: 'Seeds', zh: '种子' },
    setByAll: {
      en: 'Every network sets this for itself, under “What is compared”.',
      zh: '每个网络各自设定，见“比较什么”。',
    },
  },
  seeds: {
    list: { en: 'All seeds', zh: '全部种子' },
    each: { en: 'One by one', zh: '逐个' },
    add: { en: 'Add a seed', zh: '加一个种子' },
    remove: { en: (seed: number) => `Remove seed ${seed}`, zh: (seed: number) => `去掉种子 ${seed}` },
    hint: {
      en: (most: number) =>
        `Numbers and ranges such as 1-5, 9; up to ${most}. Each seed is one start and one order of batches.`,
      zh: (most: number) => `可写数和范围，如 1-5, 9；最多 ${most} 个。每个种子决定一组初值和一种批次顺序。`,
    },
    none: {
      en: (text: string) => `“${text}” holds no seed; the list stays as it was.`,
      zh: (text: string) => `“${text}”里没有种子，列表未变。`,
    },
    bad: {
      en: (text: string, most: number) =>
        `“${text}” is not a seed from 0 to ${fixed(most, 0, 'en')}; the others were taken.`,
      zh: (text: string, most: number) => `“${text}”不是 0 到 ${fixed(most, 0, 'zh')} 的种子，其余已采用。`,
    },
    over: {
      en: (most: number) => `Only ${most} seeds fit; the first ones were taken.`,
      zh: (most: number) => `最多 ${most} 个种子，取了前面的。`,
    },
  },
  arms: {
    hint: {
      en: (most: number) =>
        `Up to ${most} networks share data, batches and seeds. Whatever a network does not set for itself comes from the groups above.`,
      zh: (most: number) => `最多 ${most} 个网络，共用数据、批次和种子。网络自己没有设定的，一律取上面各组的值。`,
    },
    name: { en: 'Name', zh: '名称' },
    nth: { en: (n: number) => `network ${n}`, zh: (n: number) => `网络 ${n}` },
    same: { en: 'It sets nothing for itself.', zh: '没有自己的设定。' },
    differ: { en: 'Let it differ in', zh: '另设一项' },
    choose: { en: 'choose …', zh: '选一项……' },
    release: { en: (field: string) => `${field} as the others`, zh: (field: string) => `${field}不另设` },
    remove: { en: (name: string) => `Remove ${name}`, zh: (name: string) => `去掉“${name}”` },
    add: { en: 'Add a network', zh: '加一个网络' },
    empty: {
      en: (name: string) => `A network needs a name; it is still called “${name}”.`,
      zh: (name: string) => `名称不能为空，仍叫“${name}”。`,
    },
    taken: {
      en: (name: string) => `Another network has that name; this one is still called “${name}”.`,
      zh: (name: string) => `已有网络叫这个名字，这一个仍叫“${name}”。`,
    },
    cut: {
      en: (name: string, most: number) => `Names hold ${most} characters; it is now called “${name}”.`,
      zh: (name: string, most: number) => `名称最多 ${most} 个字符，现在叫“${name}”。`,
    },
  },
  presets: {
    title: { en: 'Start from a question or a lesson', zh: '从一个问题或一课开始' },
    look: { en: (what: string) => `Look at ${what}.`, zh: (what: string) => `看${what}。` },
    lesson: {
      en: (number: number, title: string) => `Lesson ${number} · ${title}`,
      zh: (number: number, title: string) => `第 ${number} 课 · ${title}`,
    },
    loaded: {
      en: (title: string) => `On the table: ${title}. Undo brings your settings back.`,
      zh: (title: string) => `已摆好：${title}。按“撤销”可回到原来的设置。`,
    },
  },
  step: {
    title: { en: 'One batch, forward and back', zh: '一个批次，去和回' },
    lead: {
      en: 'What every unit received, added and was told at one step, before the weights moved. “One step” trains a single batch more.',
      zh: '某一步里，每个单元收到什么、加上什么、又被告知什么；这时权重还没有更新。按“走一步”，再训练一个批次。',
    },
    none: {
      en: 'Press “One step” above, or run the experiment; the numbers come from its telemetry.',
      zh: '按上面的“走一步”，或者运行实验；这里的数来自它的实测记录。',
    },
    network: { en: 'Network', zh: '网络' },
    seed: { en: 'Seed', zh: '种子' },
    at: {
      en: (step: number, last: number) => `Shown: step ${step}; ${last} have been trained`,
      zh: (step: number, last: number) => `看第 ${step} 步；已训练 ${last} 步`,
    },
    caption: {
      en: (name: string, seed: number, step: number) => `${name}, seed ${seed}, step ${step}`,
      zh: (name: string, seed: number, step: number) => `${name}，种子 ${seed}，第 ${step} 步`,
    },
    place: { en: 'Place', zh: '位置' },
    stem: { en: 'stem', zh: '输入层' },
    head: { en: 'head', zh: '输出层' },
    unit: { en: (n: number) => `unit ${n}`, zh: (n: number) => `单元 ${n}` },
    state: { en: 'comes in', zh: '收到' },
    branch: { en: 'branch adds', zh: '支路' },
    stateGradient: { en: 'comes back', zh: '传回' },
    kernelGradient: { en: 'weights are told', zh: '权重得到' },
    loss: { en: (loss: string) => `Loss on this batch: ${loss}.`, zh: (loss: string) => `这个批次的损失：${loss}。` },
    take: {
      en: (first: string, last: string) => `The first unit’s weights are told ${first}, the last unit’s ${last}.`,
      zh: (first: string, last: string) => `第一个单元的权重得到 ${first}，最后一个得到 ${last}。`,
    },
    absent: { en: 'none', zh: '无' },
  },
  sweep: {
    title: { en: 'Sweep a setting', zh: '逐值训练' },
    field: { en: 'Setting', zh: '设置' },
    values: { en: 'Values', zh: '取值' },
    typed: { en: 'Values, parted by commas', zh: '取值，用逗号分开' },
    few: { en: 'A few sensible ones', zh: '取几个合适的值' },
    most: {
      en: (most: number) => `Up to ${most} values.`,
      zh: (most: number) => `最多 ${most} 个值。`,
    },
    unread: {
      en: (text: string) => `“${text}” is not a number; the other values were taken.`,
      zh: (text: string) => `“${text}”不是数字；其余的值已采用。`,
    },
    moved: {
      en: (asked: string, used: string) => `${asked} becomes ${used}, the nearest value this setting takes.`,
      zh: (asked: string, used: string) => `${asked} 改为 ${used}：这项设置能取的最近的值。`,
    },
    cut: {
      en: (count: number, most: number) => `Only the first ${most} values are swept; ${count} were left out.`,
      zh: (count: number, most: number) => `只取前 ${most} 个值，略去 ${count} 个。`,
    },
    none: {
      en: 'No value could be read; the list stays as it was.',
      zh: '没有读到可用的值，列表未变。',
    },
    keep: { en: 'Keep at least one value.', zh: '至少留一个值。' },
    unmoved: {
      en: (names: string, field: string) => `${field} is set by itself in: ${names}. There it stays as it is.`,
      zh: (names: string, field: string) => `${names}自己设定了${field}，逐值训练时不变。`,
    },
    freed: {
      en: (field: string) =>
        `${field} is what the networks differ in, so the sweep sets it for all of them; those that then no longer differ are drawn as one.`,
      zh: (field: string) => `各网络的${field}本来各不相同，这里由逐值训练统一设定；此外没有差别的网络并成一个。`,
    },
    one: { en: 'network', zh: '网络' },
  },
  ask: {
    title: { en: 'Examine the networks', zh: '检查网络' },
    kind: { en: 'What to examine', zh: '查什么' },
    when: { en: 'When', zh: '何时' },
    initial: { en: 'as initialised', zh: '初始化时' },
    trained: { en: 'trained', zh: '训练后' },
    run: { en: 'Examine', zh: '检查' },
    again: { en: 'Examine again', zh: '再查一次' },
    idle: { en: 'Nothing has been examined yet.', zh: '还没有检查。' },
    running: {
      en: (done: number, of: number) => `Examining: ${done} of ${of} seeds.`,
      zh: (done: number, of: number) => `检查中：${of} 个种子，已完成 ${done} 个。`,
    },
    done: { en: (time: string) => `Examined in ${time}.`, zh: (time: string) => `检查完成，用时 ${time}。` },
    gaps: {
      en: 'Some of these networks give values that are not numbers, so those places are marked by a cross or left out; most often training had diverged, and a lower learning rate helps.',
      zh: '有的网络算不出数，那些地方打叉或留空；多半是训练已发散，调低学习率往往有用。',
    },
    kinds: {
      gradient: { en: 'gradient by unit', zh: '逐单元的梯度' },
      similarity: { en: 'likeness of examples', zh: '样本有多像' },
      agreement: { en: 'agreement of batches', zh: '两批是否一致' },
      branches: { en: 'what branches add', zh: '支路加了多少' },
      shrink: { en: 'weights made smaller', zh: '权重缩小' },
      lesion: { en: 'units taken out', zh: '拿掉单元' },
      readOut: { en: 'answers half-way', zh: '中途作答' },
      landscape: { en: 'loss landscape', zh: '损失曲面' },
      sensitivity: { en: 'weights disturbed', zh: '权重受扰动' },
      shattering: { en: 'shattered gradients', zh: '梯度破碎' },
      euler: { en: 'Euler’s method', zh: '欧拉法' },
    },
  },
  pins: {
    title: { en: 'Pinned runs', zh: '留存的运行' },
    compared: { en: 'Pinned runs, compared', zh: '留存的运行，逐项对比' },
    pin: { en: 'Pin this run', zh: '留存这次运行' },
    hint: {
      en: 'A pinned run keeps its settings, scores and curves in this browser. Pinned curves lie thin and lettered in the loss chart.',
      zh: '留存的运行把设置、成绩和曲线存在这个浏览器里；曲线以细线画进损失图，用字母标出。',
    },
    wait: { en: 'A run can be pinned once it is done.', zh: '运行完成后才能留存。' },
    full: {
      en: (most: number) => `${most} runs are pinned, which is all that fit; remove one first.`,
      zh: (most: number) => `最多留存 ${most} 次运行；先去掉一次。`,
    },
    pinned: { en: (mark: string) => `Pinned as ${mark}.`, zh: (mark: string) => `已留存为 ${mark}。` },
    removed: { en: (name: string) => `${name} was removed.`, zh: (name: string) => `已去掉“${name}”。` },
    back: { en: 'Put it back', zh: '放回去' },
    nameOf: { en: (mark: string) => `Name of run ${mark}`, zh: (mark: string) => `运行 ${mark} 的名称` },
    colourOf: { en: (mark: string) => `Colour of run ${mark}`, zh: (mark: string) => `运行 ${mark} 的颜色` },
    showOf: { en: (mark: string) => `Draw run ${mark}`, zh: (mark: string) => `画出运行 ${mark}` },
    open: { en: (mark: string) => `Settings of ${mark} on the table`, zh: (mark: string) => `采用 ${mark} 的设置` },
    remove: { en: (mark: string) => `Remove ${mark}`, zh: (mark: string) => `去掉 ${mark}` },
    run: { en: 'Run', zh: '运行' },
    network: { en: 'Network', zh: '网络' },
    differs: { en: 'Differs from the table in', zh: '与当前设置不同之处' },
    nothing: { en: 'nothing', zh: '没有' },
    data: { en: 'other data of your own', zh: '另一份自己的数据' },
    seeds: { en: 'seeds', zh: '种子' },
    arms: { en: 'networks', zh: '网络' },
    sameAs: {
      en: (marks: string) => `Same start: ${marks}.`,
      zh: (marks: string) => `初值相同：${marks}。`,
    },
    here: { en: 'the settings on the table', zh: '当前设置' },
    left: {
      en: (count: number) =>
        count === 1
          ? 'One pinned run did not fit into it or is on data of your own.'
          : `${count} pinned runs did not fit into it or are on data of your own.`,
      zh: (count: number) => `有 ${count} 次留存的运行放不进链接，或者用的是自备数据，没有带上。`,
    },
    brought: {
      en: (names: string) =>
        `This link brings pinned runs: ${names}. A link holds their settings; the curves are trained here.`,
      zh: (names: string) => `这个链接带来几次留存的运行：${names}。链接里只有设置，曲线要在这里训练。`,
    },
    train: { en: 'Train and pin them', zh: '训练并留存' },
    leave: { en: 'Leave them out', zh: '不要' },
    training: {
      en: (next: number, of: number) => `Training pinned run ${next} of ${of}.`,
      zh: (next: number, of: number) => `留存的运行共 ${of} 次，正在训练第 ${next} 次。`,
    },
    untrained: {
      en: (name: string) => `“${name}” could not be trained; what was pinned before it is kept.`,
      zh: (name: string) => `“${name}”没能训练；之前留存的都还在。`,
    },
    startNote: {
      en: 'Same start: the same seeds, data and initial weights, so the curves differ by the other settings alone.',
      zh: '初值相同：种子、数据和初始权重都一样，曲线的差别只来自其他设置。',
    },
    diverged: {
      en: (count: number) => (count === 1 ? '1 seed diverged' : `${count} seeds diverged`),
      zh: (count: number) => `${count} 个种子发散`,
    },
    colours: {
      teal: { en: 'teal', zh: '青' },
      magenta: { en: 'magenta', zh: '洋红' },
      gold: { en: 'gold', zh: '金' },
      violet: { en: 'violet', zh: '紫' },
      green: { en: 'green', zh: '绿' },
      grey: { en: 'grey', zh: '灰' },
    },
    trouble: {
      full: {
        en: 'The pinned runs could not be saved because the browser’s storage is full; they last until you close this page.',
        zh: '浏览器存储已满，留存的运行没能保存，关闭页面前仍然有效。',
      },
      denied: {
        en: 'This browser lets the page store nothing, so pinned runs last until you close this page.',
        zh: '浏览器不允许本页存储，留存的运行在关闭页面前有效。',
      },
      damaged: {
        en: 'The stored runs could not be read, so they were set aside and a new list begun; everything else works as before.',
        zh: '存下的运行读不出来，已另行保管，并重新开始；其余一切照常。',
      },
    },
    newer: {
      en: (theirs: number, ours: number) =>
        `The pinned runs were written by a newer version (format ${theirs}, this page knows ${ours}); they are not overwritten, and what you pin now lasts until you close this page.`,
      zh: (theirs: number, ours: number) =>
        `留存的运行由更新的版本写成（格式 ${theirs}，本页只认到 ${ours}），不会覆盖；现在留存的，关闭页面前有效。`,
    },
  },
};
