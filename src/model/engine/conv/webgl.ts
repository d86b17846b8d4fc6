/** The convolutional tape on the graphics card, through WebGL. */
import * as tf from '@tensorflow/tfjs';
import type { Gpu } from '../../conv/backends.ts';
import { rendererOf } from './adapters.ts';
import { guarded } from './guarded.ts';
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
  const lost = () => (gl.isContextLost() ? 'The graphics context was lost.' : undefined);
  return { engine: guarded(convTapeEngine('webgl'), lost), adapter: rendererOf(gl) };
}
