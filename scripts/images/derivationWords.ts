/** What stands beside the equations. Formulas are between dollar signs; one entry is one line of a margin note. */
import type { Language } from '../../src/i18n/language.ts';

interface DerivationWords {
  readonly title: string;
  readonly description: string;
  /** For each of the four lines. */
  readonly notes: readonly (readonly string[])[];
  readonly source: readonly string[];
}

export const derivationWords: Readonly<Record<Language, DerivationWords>> = {
  en: {
    title: 'Three equations, what they assume, and what the third one stands for',
    description:
      'Equation 3: a state is the one before plus what its branch adds; this assumes that the shortcut h and the function f after the plus are both the identity. Equation 4: put into itself, a late state is an early one plus the sum of all branches between; its terms depend on each other. Equation 5: the gradient at the early state is the gradient at the late one times a bracket, 1 plus the derivative of that sum; the 1 is the identity matrix. Written out, the bracket is a product of one factor I plus J for each unit.',
    notes: [
      [
        'Assumes $h$ = id and $f$ = id: nothing stands on',
        'the shortcut, and nothing follows the plus.',
        'A projection or the ReLU of 2015 breaks this.',
      ],
      [
        '(3) put into itself, unit after unit: assumed of all.',
        'The terms of the sum depend on each other:',
        '$x_{i}$ is made by all the terms before it.',
      ],
      [
        '1 is the identity matrix: each entry of the',
        'gradient at $x_{L}$ arrives in its own place.',
        'The derivative is total: $x_{l}$ is in every later $F$.',
      ],
      [
        'Written out, the bracket is a product, one factor',
        '$I + J_{i}$ a unit; $J_{i}$ is the Jacobian of its branch.',
        'A product can vanish, and it can explode.',
      ],
    ],
    source: [
      'Eq. (3)–(5): Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun, Identity Mappings in Deep Residual Networks, ECCV 2016, § 2.',
      'The notes beside them and the lines without a number are those of this course. Along the shortcut: blue. Through branches: green.',
    ],
  },
  zh: {
    title: '三个式子：各有什么前提，第三个又是什么',
    description:
      '式 3：后一个状态等于前一个状态加上支路添的部分，前提是捷径 h 和加号之后的 f 都是恒等映射。式 4：一个单元接一个单元代进去，靠后的状态等于靠前的状态加上中间各条支路之和，各项并不独立。式 5：靠前状态的梯度等于靠后状态的梯度乘以一个括号，括号里是 1 加上那个和的导数，1 是单位矩阵。把括号写全是一个乘积，每个单元一个因子 I 加 J。',
    notes: [
      [
        '前提：$h$ = id，$f$ = id，即捷径上不放东西，',
        '加号之后也不放东西。捷径换成投影，',
        '或者像 2015 年那样再接 ReLU，就不成立。',
      ],
      ['把式 (3) 逐个单元代入，个个都要满足前提。', '和里的各项并不独立：', '$x_{i}$ 是由前面所有项造出来的。'],
      ['1 是单位矩阵：$x_{L}$ 处梯度的每个分量，', '原位传到 $x_{l}$。', '这里是全导数：后面每个 $F$ 里都有 $x_{l}$。'],
      [
        '把括号写全，是一个乘积，每个单元一个因子',
        '$I + J_{i}$，其中 $J_{i}$ 是支路的雅可比矩阵。',
        '乘积可能消失，也可能爆炸。',
      ],
    ],
    source: [
      '式 (3)～(5)：Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun, Identity Mappings in Deep Residual Networks, ECCV 2016，第 2 节。',
      '旁注和没有编号的两行是本课程加的。蓝色：沿捷径来的。绿色：经过支路来的。',
    ],
  },
};
