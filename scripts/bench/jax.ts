/** @jax-js/jax, compiled by its jit for its wasm device: loss, gradient and SGD update in one function, without norms. */
import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import type { Contestant, Problem } from './problem.ts';

/** Parameters as one list: stem kernel and bias, each layer's, the head's. */
export async function jaxContestant({ arms, data, batch }: Problem): Promise<Contestant> {
  const devices = await init('wasm');
  if (!devices.includes('wasm')) throw new Error('its wasm device does not start here');
  defaultDevice('wasm');
  const matrix = (values: Float32Array, rows: number) =>
    np.array(Float32Array.from(values), { shape: [rows, values.length / rows] });
  const hot = new Float32Array(batch.count * data.outputSize);
  for (const [i, target] of batch.targets.entries()) hot[i * data.outputSize + target] = 1;
  const inputs = matrix(batch.inputs, batch.count);
  const targets = matrix(hot, batch.count);

  const nets = arms.map(({ network, initial: { stem, units, head } }) => {
    const { width, layersPerUnit, shortcutScale, rate } = network;
    const dense = [stem, ...units.flatMap(({ layers }) => layers), head];
    const list = dense.flatMap(({ kernel, bias }) => [matrix(kernel, kernel.length / bias.length), matrix(bias, 1)]);
    const loss = (p: np.Array[], u: np.Array, y: np.Array): np.Array => {
      const layer = (index: number, x: np.Array) => np.matmul(x, at(p, 2 * index)).add(at(p, 2 * index + 1));
      let x = layer(0, u);
      for (let index = 1; index < dense.length - 1; ) {
        let f = x.ref;
        for (let k = 0; k < layersPerUnit; k++) f = layer(index++, nn.relu(f));
        if (shortcutScale === 0) {
          x.dispose();
          x = f;
        } else x = x.add(f);
      }
      const logits = layer(dense.length - 1, x);
      return np.mean(np.sum(nn.logSoftmax(logits, -1).mul(y), -1)).mul(-1);
    };
    const gradients = valueAndGrad(loss);
    const step = jit((p: np.Array[], u: np.Array, y: np.Array): np.Array[] => {
      const [value, slopes] = gradients(
        p.map((one) => one.ref),
        u,
        y,
      );
      return [value, ...p.map((one, i) => one.sub(at(slopes, i).mul(rate)))];
    });
    return { list, step, width };
  });
  return {
    async step() {
      const losses: number[] = [];
      for (const net of nets) {
        const [loss, ...next] = net.step(net.list, inputs.ref, targets.ref);
        if (!loss) throw new Error('jax-js gave nothing.');
        net.list = next;
        losses.push((await loss.data())[0] ?? Number.NaN);
      }
      return losses;
    },
    dispose() {
      for (const array of [inputs, targets, ...nets.flatMap(({ list }) => list)]) array.dispose();
    },
  };
}

function at(list: readonly np.Array[], index: number): np.Array {
  const array = list[index];
  if (!array) throw new RangeError(`There is no array ${index}.`);
  return array;
}
