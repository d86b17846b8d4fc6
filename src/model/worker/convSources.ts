/** What the worker of the convolutional race fetches. */
import type { GpuWay } from '../conv/backends.ts';
import type { ConvEngine } from '../conv/engine.ts';
import { webglAdapter, webgpuAdapter } from '../engine/conv/adapters.ts';
import { startConvEngine } from '../engine/conv/start.ts';
import kernelUrl from '../engine/kernel/build/conv.wasm?url';
import relaxedUrl from '../engine/kernel/build/conv-relaxed.wasm?url';

const bytesOf = async (url: string): Promise<ArrayBuffer> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.arrayBuffer();
};

/** tfjs is only loaded where it is needed. Its wasm backend lacks the filter's gradient, so it runs on cpu here. */
const startTape = async (): Promise<ConvEngine> => {
  const { cpuConvEngine } = await import('../engine/conv/tape.ts');
  return cpuConvEngine();
};

/** The ways to the graphics card. tfjs and its backend are only loaded where there is a real one. */
export const gpuWays: readonly GpuWay[] = [
  {
    api: 'webgpu',
    open: async () => {
      const { adapter, name } = await webgpuAdapter('gpu' in navigator ? navigator.gpu : undefined);
      const { webgpuEngine } = await import('../engine/conv/webgpu.ts');
      return { engine: await webgpuEngine(adapter), adapter: name };
    },
  },
  {
    api: 'webgl',
    open: async () => {
      webglAdapter(() => ('OffscreenCanvas' in self ? new OffscreenCanvas(1, 1).getContext('webgl2') : null));
      return (await import('../engine/conv/webgl.ts')).webglGpu();
    },
  },
];

let engine: Promise<ConvEngine> | undefined;
/** A start that failed may be tried again. */
export const theConvEngine = (): Promise<ConvEngine> => {
  engine ??= startConvEngine({ kernel: (relaxed) => bytesOf(relaxed ? relaxedUrl : kernelUrl), tape: startTape });
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
};

const files = new Map<string, Promise<ArrayBuffer>>();
/** Each file is fetched once; a failed fetch may be tried again. */
export const fileAt = (url: string): Promise<ArrayBuffer> => {
  const cached = files.get(url);
  if (cached) return cached;
  const loading = bytesOf(url);
  files.set(url, loading);
  loading.catch(() => files.delete(url));
  return loading;
};
