/** What the symbols of the equations stand for. */
import type { Bilingual } from '../../components/prose/LessonState.tsx';

export const symbols = {
  E: {
    en: 'E: the loss, half the squared distance of the output from the target',
    zh: 'E：损失，输出与目标之差的平方的一半',
  },
  w: { en: 'w: the one weight of the plain unit', zh: 'w：普通单元唯一的权重' },
  v: { en: 'v: the one weight of the residual unit', zh: 'v：残差单元唯一的权重' },
  x: { en: 'x: the input, here 5', zh: 'x：输入，这里是 5' },
  y: { en: 'y: the output of the unit', zh: 'y：单元的输出' },
  t: { en: 't: the target, here 5.2', zh: 't：目标，这里是 5.2' },
  yn: { en: 'the output after n steps', zh: 'n 步之后的输出' },
  eta: { en: 'η: the learning rate, here 0.001', zh: 'η：学习率，这里是 0.001' },
  kappa: {
    en: 'κ: the condition number, per cent of output for one per cent of weight',
    zh: 'κ：条件数，权重变 1%，输出变百分之几',
  },
  state: { en: 'x: the state that enters the unit, a vector', zh: 'x：进入单元的状态，一个向量' },
  phi: { en: 'φ: the ReLU after the addition', zh: 'φ：相加之后的 ReLU' },
  A: { en: 'A: the weight matrix of the residual unit', zh: 'A：残差单元的权重矩阵' },
  I: { en: 'I: the identity matrix, which changes nothing', zh: 'I：单位矩阵，乘谁都不变' },
} satisfies Record<string, Bilingual>;
