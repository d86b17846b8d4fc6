/** A graphics card is chosen by its numbers and the clock, never by its name. */
import { describe, expect, it } from 'vitest';
import {
  afterLoss,
  deviation,
  type Gpu,
  GpuLost,
  type GpuVerdict,
  type GpuWay,
  isSoftware,
  judgeGpus,
  NoAdapter,
  SoftwareAdapter,
  tryOut,
} from '../../../src/model/conv/backends.ts';
import type { CardEngine } from '../../../src/model/conv/engine.ts';
import { defaultRace } from '../../../src/model/conv/experiment.ts';
import type { Data } from '../../../src/model/data/dataset.ts';

const examples = { count: 40, inputs: new Float32Array(40 * 196), targets: new Float32Array(40) };
const data: Data = { task: 'classify', inputSize: 196, outputSize: 10, train: examples, test: examples };

/** A clock that engines move: each of their steps takes the next of its times, the last one from then on. */
function world() {
  let time = 0;
  let alive = 0;
  const engine = (times: readonly number[], values: Partial<Record<number, number>> = {}): CardEngine => {
    let taken = 0;
    return {
      name: 'fused',
      backend: 'simd',
      create() {
        alive++;
        return {
          async step(_batch, _rate, row) {
            time += times[Math.min(taken++, times.length - 1)] ?? 0;
            row.fill(2);
            for (const [at, value = 0] of Object.entries(values)) row[Number(at)] = value;
            return true;
          },
          evaluate: async () => ({ loss: 0, accuracy: 0, confusion: new Uint16Array(100), states: [] }),
          parameters: async () => ({ layers: [], head: { kernel: new Float32Array(), bias: new Float32Array() } }),
          dispose: () => alive--,
        };
      },
    };
  };
  return { engine, now: () => time, alive: () => alive };
}
const one = { ...defaultRace, arms: ['residual'] as const };

describe('a trial', () => {
  it('takes the median of three steps, after two that compile', async () => {
    const { engine, now, alive } = world();
    expect((await tryOut(one, data, engine([500, 90, 12, 40, 10]), now)).milliseconds).toBe(12);
    expect(alive()).toBe(0);
  });
  it('takes in all arms, and keeps what each measured first', async () => {
    const { engine, now } = world();
    const { milliseconds, first } = await tryOut(defaultRace, data, engine([5]), now);
    expect(milliseconds).toBe(10);
    expect(first.map((row) => [row.length, row[0]])).toEqual([
      [16, 2],
      [16, 2],
    ]);
  });
});

describe('the difference of two first steps', () => {
  // Loss, accuracy, two gradient norms.
  const row = (...values: number[]) => Float32Array.from(values);
  it('is the largest share, and leaves the accuracy out', () => {
    expect(deviation(row(2, 0.5, 4, 10), row(2, 0.9, 4, 8))).toBe(0.25);
    expect(deviation(row(3, 0.5, 4, 8), row(2, 0.5, 4, 8))).toBe(0.5);
    expect(deviation(row(2, 0.5, 0, 8), row(2, 0.5, 0, 8))).toBe(0);
  });
  it('is infinite where a number is missing', () => {
    expect(deviation(row(Number.NaN, 0, 4, 8), row(2, 0, 4, 8))).toBe(Number.POSITIVE_INFINITY);
    expect(deviation(row(2, 0, 4), row(2, 0, 4, 8))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the graphics card', () => {
  const judged = async (ownTime: number, ways: (engine: ReturnType<typeof world>['engine']) => readonly GpuWay[]) => {
    const { engine, now, alive } = world();
    const judgement = await judgeGpus(one, data, engine([ownTime]), ways(engine), now);
    expect(alive()).toBe(0);
    return judgement;
  };
  const through = (api: GpuWay['api'], open: () => Gpu): GpuWay => ({ api, open: async () => open() });
  const verdict = async (ownTime: number, open: (engine: ReturnType<typeof world>['engine']) => Gpu) =>
    (await judged(ownTime, (engine) => [through('webgl', () => open(engine))])).verdicts[0];
  const card =
    (time: number, adapter = 'NVIDIA H100') =>
    (engine: ReturnType<typeof world>['engine']) => ({
      engine: engine([900, time]),
      adapter,
    });

  it('is used where it is one and a half times as fast, and not below that', async () => {
    expect(await verdict(15, card(10))).toEqual({
      api: 'webgl',
      reason: 'faster',
      adapter: 'NVIDIA H100',
      own: 15,
      gpu: 10,
    });
    expect(await verdict(14.9, card(10))).toMatchObject({ reason: 'slower' });
    expect(await verdict(9, card(200))).toMatchObject({ reason: 'slower', own: 9, gpu: 200 });
  });

  it('is reached by the faster of two ways, whichever comes first', async () => {
    for (const [webgpu, webgl] of [
      [2, 8],
      [8, 2],
    ] as const) {
      const engines = new Map<string, CardEngine>();
      const { verdicts, chosen } = await judged(20, (engine) =>
        (
          [
            ['webgpu', webgpu],
            ['webgl', webgl],
          ] as const
        ).map(([api, time]) => {
          const made = engine([time]);
          engines.set(api, made);
          return through(api, () => ({ engine: made, adapter: 'a card' }));
        }),
      );
      const [fast, slow] = webgpu < webgl ? ['webgpu', 'webgl'] : ['webgl', 'webgpu'];
      expect(verdicts.map(({ api, reason }) => [api, reason]).toSorted()).toEqual(
        [
          [fast, 'faster'],
          [slow, 'second'],
        ].toSorted(),
      );
      expect(chosen).toBe(engines.get(fast ?? ''));
    }
  });

  it('is refused where its numbers are others, however fast', async () => {
    const off = (values: Partial<Record<number, number>>) =>
      verdict(900, (engine) => ({ engine: engine([1], values), adapter: 'a card' }));
    // The engine in use measures 2 everywhere: 2.01 is off by 0.5 %, 2.1 by 5 %.
    expect(await off({ 0: 2.01 })).toMatchObject({ reason: 'faster' });
    expect(await off({ 0: 2.1 })).toMatchObject({ reason: 'wrong', deviation: expect.closeTo(0.05, 5) });
    // A loss that is right does not make up for a gradient that is not.
    expect(await off({ 5: 0 })).toMatchObject({ reason: 'wrong', deviation: 1 });
    expect(await off({ 0: Number.NaN })).toMatchObject({ reason: 'wrong', deviation: Number.POSITIVE_INFINITY });
  });

  it('is refused where it is the processor in disguise, however fast', async () => {
    const adapter = 'ANGLE (Google, Vulkan 1.3 (SwiftShader Device))';
    expect(await verdict(15, card(1, adapter))).toEqual({ api: 'webgl', reason: 'software', adapter });
    const refuse = () => {
      throw new SoftwareAdapter('llvmpipe');
    };
    expect(await verdict(15, refuse)).toEqual({ api: 'webgl', reason: 'software', adapter: 'llvmpipe' });
  });

  it('may be missing', async () => {
    const none = () => {
      throw new NoAdapter('none');
    };
    expect(await verdict(5, none)).toEqual({ api: 'webgl', reason: 'missing' });
  });

  it('may lack a kernel, not start, or be lost while it is measured', async () => {
    const throwing = (error: Error) =>
      verdict(5, (engine) => ({
        adapter: 'a card',
        engine: {
          ...engine([1]),
          create: (...given) => ({
            ...engine([1]).create(...given),
            step: () => Promise.reject(error),
          }),
        },
      }));
    const missing = new Error("Kernel 'Conv2DBackpropFilter' not registered for backend 'webgpu'");
    expect(await throwing(missing)).toEqual({ api: 'webgl', reason: 'failed', detail: missing.message });
    expect(await throwing(new GpuLost('lost'))).toEqual({ api: 'webgl', reason: 'failed', detail: 'lost' });
    const unstarted = () => {
      throw new Error('tfjs did not start on WebGPU.');
    };
    expect(await verdict(5, unstarted)).toMatchObject({ reason: 'failed', detail: 'tfjs did not start on WebGPU.' });
  });

  it('that fails one way may serve the other', async () => {
    const { verdicts, chosen } = await judged(20, (engine) => [
      { api: 'webgpu', open: () => Promise.reject(new NoAdapter('none')) },
      through('webgl', () => card(3)(engine)),
    ]);
    expect(verdicts.map(({ reason }) => reason)).toEqual(['missing', 'faster']);
    expect(chosen).toBeDefined();
  });

  it('costs the engine in use nothing where there is none', async () => {
    const { now } = world();
    const idle: CardEngine = {
      name: 'fused',
      backend: 'simd',
      create: () => {
        throw new Error('it was tried out');
      },
    };
    const ways: GpuWay[] = [{ api: 'webgpu', open: () => Promise.reject(new NoAdapter('none')) }];
    expect((await judgeGpus(one, data, idle, ways, now)).verdicts).toEqual([{ api: 'webgpu', reason: 'missing' }]);
  });

  it('that was lost is told as such, and nothing else of it', () => {
    const verdicts: GpuVerdict[] = [
      { api: 'webgpu', reason: 'faster', adapter: 'a card', own: 9, gpu: 1 },
      { api: 'webgl', reason: 'missing' },
    ];
    expect(afterLoss(verdicts)).toEqual([
      { api: 'webgpu', reason: 'lost' },
      { api: 'webgl', reason: 'missing' },
    ]);
  });

  it.each([
    ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)', true],
    ['llvmpipe (LLVM 15.0.7, 256 bits)', true],
    ['lavapipe', true],
    ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)', true],
    ['Microsoft WARP', true],
    ['Apple M2', false],
    ['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11)', false],
    ['intel gen-12lp', false],
  ])('goes by its name: %s', (adapter, software) => expect(isSoftware(adapter)).toBe(software));
});
