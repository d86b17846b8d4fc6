/** The convolutional tape on the graphics card, through WebGL. */
import * as tf from '@tensorflow/tfjs';
import { type Gpu, GpuLost } from '../../conv/backends.ts';
import type { ConvEngine } from '../../conv/engine.ts';
import { convTapeEngine } from './tape.ts';

/**
 * The context of tfjs's WebGL backend, whose type tfjs does not export.
 * @throws {Error} where the backend is another one
 */
export function contextOf(backend: tf.KernelBackend): WebGL2RenderingContext {
  const gpgpu: unknown = Reflect.get(backend, 'gpgpu');
  const gl: unknown = typeof gpgpu === 'object' && gpgpu ? Reflect.get(gpgpu, 'gl') : undefined;
  if (!(gl instanceof WebGL2RenderingContext)) throw new Error('There is no WebGL 2 here.');
  return gl;
}

/** Firefox tells the card's name without asking for more. */
function adapterOf(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}

/** An engine whose networks throw as soon as the context is lost, instead of giving numbers that mean nothing. */
function guarded(engine: ConvEngine, gl: WebGL2RenderingContext): ConvEngine {
  const checked = <T>(work: () => T): T => {
    if (gl.isContextLost()) throw new GpuLost('The graphics context was lost.');
    const result = work();
    if (gl.isContextLost()) throw new GpuLost('The graphics context was lost.');
    return result;
  };
  return {
    ...engine,
    create(spec, parameters) {
      const trainee = checked(() => engine.create(spec, parameters));
      return {
        step: (batch, rate, row) => checked(() => trainee.step(batch, rate, row)),
        evaluate: (examples, shown) => checked(() => trainee.evaluate(examples, shown)),
        parameters: () => checked(() => trainee.parameters()),
        dispose: () => trainee.dispose(),
      };
    },
  };
}

/**
 * Starts tfjs on WebGL 2 with 32-bit textures.
 * @throws {Error} where there is none, or only half precision
 */
export async function webglGpu(): Promise<Gpu> {
  tf.enableProdMode();
  const started = (await tf.setBackend('webgl')) && tf.getBackend() === 'webgl';
  if (!started) throw new Error('tfjs did not start on WebGL.');
  if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) throw new Error('This card only draws in half precision.');
  const gl = contextOf(tf.backend());
  return { engine: guarded(convTapeEngine('webgl'), gl), adapter: adapterOf(gl) };
}
