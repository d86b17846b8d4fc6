/** Looking for a graphics card, and noticing that it is gone, with cards made of a few lines. */
import { describe, expect, it } from 'vitest';
import { GpuLost, NoAdapter, SoftwareAdapter } from '../../../../src/model/conv/backends.ts';
import type { ConvEngine } from '../../../../src/model/conv/engine.ts';
import { convSpecOf, defaultRace } from '../../../../src/model/conv/experiment.ts';
import { initializeConv } from '../../../../src/model/conv/parameters.ts';
import { type Adapter, webglAdapter, webgpuAdapter } from '../../../../src/model/engine/conv/adapters.ts';
import { guarded } from '../../../../src/model/engine/conv/guarded.ts';
import { watch } from '../../../../src/model/engine/conv/webgpu.ts';

describe('an adapter of WebGPU', () => {
  const found = (adapter: Adapter | null) => webgpuAdapter({ requestAdapter: async () => adapter });

  it.each<[Adapter, string]>([
    [{ info: { vendor: 'nvidia', architecture: 'hopper', device: '', description: '' } }, 'nvidia hopper'],
    [{ info: { vendor: 'apple', description: 'Apple M2' }, isFallbackAdapter: false }, 'Apple M2'],
    [{}, ''],
  ])('is taken: %o', async (adapter, name) => {
    expect(await found(adapter)).toEqual({ adapter, name });
  });

  it.each<[Adapter]>([
    [{ info: { vendor: 'google', architecture: 'swiftshader' } }],
    [{ info: { vendor: 'mesa', architecture: '', description: 'llvmpipe (LLVM 17)' } }],
    [{ info: { vendor: 'microsoft', device: 'Microsoft Basic Render Driver', description: 'D3D12' } }],
    [{ info: { description: 'Microsoft WARP' } }],
    [{ info: { description: 'Some card', isFallbackAdapter: true } }],
    [{ info: { description: 'Some card' }, isFallbackAdapter: true }],
    [{ isFallbackAdapter: true }],
  ])('is refused where it is the processor: %o', async (adapter) => {
    await expect(found(adapter)).rejects.toThrow(SoftwareAdapter);
  });

  it('may be missing: no WebGPU at all, as in many workers, no adapter, or a refusal', async () => {
    await expect(webgpuAdapter(undefined)).rejects.toThrow(NoAdapter);
    await expect(found(null)).rejects.toThrow(NoAdapter);
    const refusing = { requestAdapter: () => Promise.reject(new DOMException('blocked', 'OperationError')) };
    await expect(webgpuAdapter(refusing)).rejects.toThrow(NoAdapter);
  });
});

it('WebGL may be missing', () => {
  expect(() => webglAdapter(() => null)).toThrow(NoAdapter);
});

describe('a device of WebGPU', () => {
  function device() {
    const events = new EventTarget();
    let lose: (info: GPUDeviceLostInfo) => void = () => {};
    const lost = new Promise<GPUDeviceLostInfo>((resolve) => {
      lose = resolve;
    });
    const why = watch({ lost, addEventListener: events.addEventListener.bind(events) });
    return { why, lose, events };
  }
  it('is lost when it says so', async () => {
    const { why, lose } = device();
    expect(why()).toBeUndefined();
    lose({ reason: 'unknown', message: 'The driver was reset.' } as GPUDeviceLostInfo);
    await Promise.resolve();
    expect(why()).toBe('The graphics device was lost. The driver was reset.');
  });
  it('counts as lost after an error that nothing caught', () => {
    const { why, events } = device();
    events.dispatchEvent(Object.assign(new Event('uncapturederror'), { error: { message: 'Out of memory' } }));
    expect(why()).toBe('The graphics device failed. Out of memory');
  });
});

describe('an engine on a card', () => {
  const spec = convSpecOf(defaultRace, 'residual');
  const batch = { count: 1, inputs: new Float32Array(196), targets: new Float32Array(1) };
  function engine(loss: number, norm: number) {
    let gone: string | undefined;
    let disposed = 0;
    const plain: ConvEngine = {
      name: 'tape',
      backend: 'webgpu',
      create: () => ({
        step(_batch, _rate, row) {
          row.fill(norm);
          row[0] = loss;
          return true;
        },
        evaluate: () => ({ loss, accuracy: 0.5, confusion: new Uint16Array(100), states: [] }),
        parameters: () => initializeConv(14, 1),
        dispose: () => disposed++,
      }),
    };
    return {
      engine: guarded(plain, () => gone),
      lose: () => {
        gone = 'The card is gone.';
      },
      disposed: () => disposed,
    };
  }
  const row = () => new Float32Array(16);

  it('trains as it is while the card is there', async () => {
    const trainee = engine(2, 1).engine.create(spec, initializeConv(14, 1));
    const measured = row();
    expect(await trainee.step(batch, 0.1, measured)).toBe(true);
    expect(measured[0]).toBe(2);
    expect((await trainee.evaluate(batch, [])).loss).toBe(2);
  });
  it('rejects every call once it is gone, and can still be let go', async () => {
    const { engine: guardedEngine, lose, disposed } = engine(2, 1);
    const trainee = guardedEngine.create(spec, initializeConv(14, 1));
    lose();
    await expect(trainee.step(batch, 0.1, row())).rejects.toThrow(GpuLost);
    await expect(trainee.evaluate(batch, [])).rejects.toThrow(GpuLost);
    await expect(trainee.parameters()).rejects.toThrow(GpuLost);
    expect(() => guardedEngine.create(spec, initializeConv(14, 1))).toThrow('The card is gone.');
    trainee.dispose();
    expect(disposed()).toBe(1);
  });
  it('gives up a card whose work throws, before anything tells of the loss', async () => {
    const { engine: plain } = engine(2, 1);
    const trainee = guarded(
      {
        ...plain,
        create: (...given) => ({
          ...plain.create(...given),
          step: () => Promise.reject(new DOMException('mapAsync failed', 'AbortError')),
        }),
      },
      () => undefined,
    ).create(spec, initializeConv(14, 1));
    await expect(trainee.step(batch, 0.1, row())).rejects.toThrow(GpuLost);
    await expect(trainee.step(batch, 0.1, row())).rejects.toThrow('mapAsync failed');
  });
  it('believes no perfect loss: a lost card answers with zeros', async () => {
    const trainee = engine(0, 0).engine.create(spec, initializeConv(14, 1));
    await expect(trainee.step(batch, 0.1, row())).rejects.toThrow('answers with zeros');
    await expect(trainee.evaluate(batch, [])).rejects.toThrow(GpuLost);
  });
  it('believes a loss of zero whose gradients are none', async () => {
    const trainee = engine(0, 1e-30).engine.create(spec, initializeConv(14, 1));
    expect(await trainee.step(batch, 0.1, row())).toBe(true);
  });
});
