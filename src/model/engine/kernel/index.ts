/** What the host calls. Addresses are bytes; the host lays out networks, parameters and rows (fused.ts). */
import { backward } from './backward.ts';
import { forward } from './forward.ts';
import { past } from './lanes.ts';
import { crossEntropy, rightAnswers, squaredError } from './loss.ts';
import { classify, Network } from './network.ts';
import { startStep } from './optimizers.ts';
import { product } from './product.ts';
import { arrange, Workspace } from './workspace.ts';

const w = changetype<Workspace>(memory.data(offsetof<Workspace>()));

/** A loss above this counts as divergence: no update follows. */
const divergedAbove: f32 = 1e6;

/** Where the memory begins that the host gives away: everything before belongs to the kernel. */
export function memoryStart(): usize {
  return __heap_base;
}

/** Bytes that a Network takes. */
export function networkBytes(): usize {
  return offsetof<Network>();
}

/** Lays out the next passes over `rows` examples from `at` on (a multiple of 64). Returns where they end. */
export function prepare(net: Network, at: usize, rows: i32, training: bool): usize {
  arrange(w, net, at, rows, training);
  return w.end;
}

/** Where `prepare` put the inputs [rows, inputSize], the targets and the outputs [rows, padded outputSize]. */
export function inputs(): usize {
  return w.inputs;
}
export function targets(): usize {
  return w.targets;
}
export function outputs(): usize {
  return w.logits;
}

/** Copies the rows of `size` numbers whose places are in `picked` (i32), one after the other. */
export function gather(set: usize, size: i32, picked: usize, rows: i32, to: usize): void {
  const bytes = past(0, size);
  if (size === 1) {
    for (let i = 0; i < rows; i++) store<f32>(past(to, i), load<f32>(past(set, load<i32>(past(picked, i)))));
    return;
  }
  for (let i = 0; i < rows; i++, to += bytes) {
    memory.copy(to, set + (load<i32>(past(picked, i)) as usize) * bytes, bytes);
  }
}

/** The next pass reads there instead of where `prepare` put the inputs and the targets. */
export function read(inputs: usize, targets: usize): void {
  w.inputs = inputs;
  w.targets = targets;
}

/** One step over the inputs and targets there: measures into `row`, then updates unless the loss has diverged. */
export function step(net: Network, row: usize): bool {
  forward(net, w, row);
  const loss = (lossSum(net) / (w.rows as f64)) as f32;
  store<f32>(row, loss);
  store<f32>(past(row, 1), (accuracySum(net) as f32) / (w.rows as f32));
  const learns = loss <= divergedAbove;
  if (learns) startStep(net);
  backward(net, w, row, learns);
  return learns;
}

/** Outputs of the inputs there. */
export function predict(net: Network): void {
  forward(net, w, 0);
}

/** After `predict`: the loss summed over the rows. Overwrites the outputs with their gradient. */
export function lossSum(net: Network): f64 {
  return net.task === classify
    ? crossEntropy(w.logits, w.targets, w.rows, net.outputSize)
    : squaredError(w.logits, w.targets, w.rows, net.outputSize);
}

/** After `lossSum`: right answers among the rows (0 for regression). */
export function accuracySum(net: Network): i32 {
  return net.task === classify ? rightAnswers() : 0;
}

/** The matrix product alone, against which the benchmark holds the step. */
export { product };
