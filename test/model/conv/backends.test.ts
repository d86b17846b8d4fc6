/** The graphics card is chosen by the clock alone. */
import { describe, expect, it } from 'vitest';
import { isSoftware, judgeGpu, warmStep } from '../../../src/model/conv/backends.ts';
import type { ConvEngine } from '../../../src/model/conv/engine.ts';
import { defaultRace } from '../../../src/model/conv/experiment.ts';
import type { Data } from '../../../src/model/data/dataset.ts';

const examples = { count: 40, inputs: new Float32Array(40 * 196), targets: new Float32Array(40) };
const data: Data = { task: 'classify', inputSize: 196, outputSize: 10, train: examples, test: examples };

/** A clock that engines move: each of their steps takes the next of its times, the last one from then on. */
function world() {
  let time = 0;
  let alive = 0;
  const engine = (...times: number[]): ConvEngine => {
    let taken = 0;
    return {
      name: 'fused',
      backend: 'simd',
      create() {
        alive++;
        return {
          step() {
            time += times[Math.min(taken++, times.length - 1)] ?? 0;
            return true;
          },
          evaluate: () => ({ loss: 0, accuracy: 0, confusion: new Uint16Array(100), states: [] }),
          parameters: () => ({ layers: [], head: { kernel: new Float32Array(), bias: new Float32Array() } }),
          dispose: () => alive--,
        };
      },
    };
  };
  return { engine, now: () => time, alive: () => alive };
}
const one = { ...defaultRace, arms: ['residual'] as const };

describe('a warm step', () => {
  it('is the median of three, after two that compile', () => {
    const { engine, now, alive } = world();
    expect(warmStep(one, data, engine(500, 90, 12, 40, 10), now)).toBe(12);
    expect(alive()).toBe(0);
  });
  it('takes in all arms', () => {
    const { engine, now } = world();
    expect(warmStep(defaultRace, data, engine(5), now)).toBe(10);
  });
});

describe('the graphics card', () => {
  const judged = (own: number, card: number, adapter = 'NVIDIA H100') => {
    const { engine, now } = world();
    return judgeGpu(one, data, engine(own), async () => ({ engine: engine(900, card), adapter }), now);
  };
  it('is used where it is one and a half times as fast, and not below that', async () => {
    expect(await judged(15, 10)).toEqual({ reason: 'faster', adapter: 'NVIDIA H100', own: 15, gpu: 10 });
    expect(await judged(14.9, 10)).toMatchObject({ reason: 'slower' });
    expect(await judged(9, 200)).toMatchObject({ reason: 'slower', own: 9, gpu: 200 });
  });
  it('is refused where it is the processor in disguise, however fast', async () => {
    expect(await judged(15, 1, 'ANGLE (Google, Vulkan 1.3 (SwiftShader Device))')).toMatchObject({
      reason: 'software',
    });
  });
  it('may be missing, or fail while it is measured', async () => {
    const { engine, now, alive } = world();
    const none = () => Promise.reject(new Error('no WebGL'));
    expect(await judgeGpu(one, data, engine(5), none, now)).toEqual({ reason: 'missing', detail: 'no WebGL' });
    const lost: ConvEngine = {
      ...engine(1),
      create: (...given) => ({
        ...engine(1).create(...given),
        step() {
          throw new Error('lost');
        },
      }),
    };
    const open = async () => ({ engine: lost, adapter: 'a card' });
    expect(await judgeGpu(one, data, engine(5), open, now)).toEqual({ reason: 'missing', detail: 'lost' });
    expect(alive()).toBe(0);
  });
  it.each([
    ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)', true],
    ['llvmpipe (LLVM 15.0.7, 256 bits)', true],
    ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)', true],
    ['Apple M2', false],
    ['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11)', false],
  ])('goes by its name: %s', (adapter, software) => expect(isSoftware(adapter)).toBe(software));
});
