/** Mini-batches: shuffled epochs without replacement. */
import { keeping } from '../keeping.ts';
import { random } from '../random.ts';
import type { Examples } from './dataset.ts';

/**
 * A function that gives the next batch, `batch` examples or all of them where there are fewer, in arrays of its own or,
 * with `reuse`, in those of the batch before, which are filled where somebody asks for them: until the next batch.
 * Examples are dealt from a shuffled deck; when the rest is too small for a whole batch, the deck is shuffled again, so
 * that no batch holds an example twice. The order depends on the seed, the batch size and the number of examples alone.
 */
export function batchStream(examples: Examples, batch: number, seed: number, reuse = false): () => Examples {
  const { count } = examples;
  const size = Math.min(batch, count);
  const deck = decksOf(count, seed);
  let epoch = 0;
  let dealt = 0;
  const room = (): Room => ({
    inputs: new Float32Array((size * examples.inputs.length) / count),
    targets: new Float32Array((size * examples.targets.length) / count),
  });
  const kept = reuse ? room() : undefined;
  return () => {
    if (dealt + size > count) {
      epoch++;
      dealt = 0;
    }
    const picked = deck(epoch).subarray(dealt, dealt + size);
    dealt += size;
    return kept ? later(examples, picked, kept) : gathered(examples, picked, room());
  };
}

type Room = Pick<Examples, 'inputs' | 'targets'>;

function gathered(from: Examples, rows: Uint32Array, { inputs, targets }: Room): Examples {
  gather(from.inputs, from.inputs.length / from.count, rows, inputs);
  gather(from.targets, from.targets.length / from.count, rows, targets);
  return { count: rows.length, inputs, targets };
}

/** Gathers once, at the first question. */
function later(from: Examples, rows: Uint32Array, room: Room): Examples {
  let known: Examples | undefined;
  const numbers = () => {
    known ??= gathered(from, rows, room);
    return known;
  };
  return {
    count: rows.length,
    picked: { from, rows },
    get inputs() {
      return numbers().inputs;
    },
    get targets() {
      return numbers().targets;
    },
  };
}

/** Shuffled decks by seed and number of cards: all runs of a drag are dealt the same ones. 4 MB of them are kept. */
const dealers = keeping<(epoch: number) => Uint32Array>(2 ** 20);

/** The deck of each epoch: that of the one before, shuffled again. */
const decksOf = (count: number, seed: number) =>
  dealers.of(`${seed} ${count}`, () => {
    const stream = random(seed, 'batches');
    const decks: Uint32Array[] = [];
    let last = Uint32Array.from({ length: count }, (_, i) => i);
    return (epoch) => {
      while (decks.length <= epoch) {
        last = last.slice();
        shuffle(last, (n) => stream.below(n));
        decks.push(last);
        dealers.grew(count);
      }
      return decks[epoch] ?? last;
    };
  });

/** Fisher-Yates, in place. */
function shuffle(deck: Uint32Array, below: (n: number) => number): void {
  for (let i = deck.length - 1; i > 0; i--) {
    const j = below(i + 1);
    const card = deck[i] ?? 0;
    deck[i] = deck[j] ?? 0;
    deck[j] = card;
  }
}

/** Up to this many numbers, a loop copies a row faster than a call of `set`. */
const short = 32;

/** Views of single rows: making one takes longer than copying it, and each is wanted again in every epoch. */
const views = new WeakMap<Float32Array, Float32Array[]>();

function gather(values: Float32Array, size: number, picked: Uint32Array, out: Float32Array): void {
  const known = views.get(values) ?? [];
  views.set(values, known);
  for (let row = 0; row < picked.length; row++) {
    const [index, to] = [picked[row] ?? 0, row * size];
    if (size > short) {
      known[index] ??= values.subarray(index * size, (index + 1) * size);
      out.set(known[index], to);
    } else for (let i = 0; i < size; i++) out[to + i] = values[index * size + i] ?? 0;
  }
}
