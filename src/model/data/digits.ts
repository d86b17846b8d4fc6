/** Noisy 8 x 8 digits, drawn from a sheet of our own. */
import { type Random, random } from '../random.ts';
import type { Data, Examples } from './dataset.ts';

/** The digits 0 to 9, five dots wide and six high. */
export const sheet = [
  '.###.  ..#..  .###.  ####.  ...#.  #####  ..##.  #####  .###.  .###.',
  '#...#  .##..  #...#  ....#  ..##.  #....  .#...  ....#  #...#  #...#',
  '#...#  ..#..  ...#.  .###.  .#.#.  ####.  ####.  ...#.  .###.  #...#',
  '#...#  ..#..  ..#..  ....#  #####  ....#  #...#  ..#..  #...#  .####',
  '#...#  ..#..  .#...  ....#  ...#.  ....#  #...#  .#...  #...#  ...#.',
  '.###.  .###.  #####  ####.  ...#.  ####.  .###.  .#...  .###.  .##..',
];
const side = 8;
const pitch = 7;
const noise = 0.2;

/** 800 training and 800 test images, a tenth of them of each class; pixels row by row, paper 0 and ink 1 before noise. */
export const digits = (seed: number): Data => ({
  task: 'classify',
  inputSize: side * side,
  outputSize: 10,
  train: images(800, random(seed, 'data')),
  test: images(800, random(seed, 'test data')),
});

/** Each image is a glyph moved by -1, 0 or 1 pixel in both directions, plus normal noise on every pixel. */
function images(count: number, stream: Random): Examples {
  const inputs = new Float32Array(side * side * count);
  const targets = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const digit = i % 10;
    const top = stream.below(3);
    const left = stream.below(3);
    for (let pixel = 0; pixel < side * side; pixel++) {
      const row = Math.floor(pixel / side) - top;
      const column = (pixel % side) - left;
      const ink = column >= 0 && column < 5 && sheet[row]?.[pitch * digit + column] === '#' ? 1 : 0;
      inputs[i * side * side + pixel] = ink + noise * stream.normal();
    }
    targets[i] = digit;
  }
  return { count, inputs, targets };
}
