/** Which graphics card the browser has, asked before tfjs is loaded for it. A processor that poses as one is refused here. */
import { isSoftware, NoAdapter, SoftwareAdapter } from '../../conv/backends.ts';

/** What an adapter of WebGPU tells of itself; every browser leaves out something. */
export interface Adapter {
  readonly info?: Partial<Pick<GPUAdapterInfo, 'vendor' | 'architecture' | 'device' | 'description'>> & {
    readonly isFallbackAdapter?: boolean;
  };
  readonly isFallbackAdapter?: boolean;
}

/**
 * @param gpu `navigator.gpu`, which is missing in many browsers and in the workers of some
 * @throws {NoAdapter} where there is none
 * @throws {SoftwareAdapter} where it computes on the processor
 */
export async function webgpuAdapter<A extends Adapter>(
  gpu: { requestAdapter(options: { powerPreference: 'high-performance' }): Promise<A | null> } | undefined,
): Promise<{ readonly adapter: A; readonly name: string }> {
  if (!gpu) throw new NoAdapter('There is no WebGPU here.');
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch((cause: unknown) => {
    throw new NoAdapter('WebGPU gave no adapter.', { cause });
  });
  if (!adapter) throw new NoAdapter('WebGPU gave no adapter.');
  const {
    description,
    vendor,
    architecture,
    device,
    isFallbackAdapter = adapter.isFallbackAdapter,
  } = adapter.info ?? {};
  const parts = [vendor, architecture, device].filter(Boolean).join(' ');
  const name = description || parts;
  if (isFallbackAdapter || isSoftware(`${name} ${parts}`)) throw new SoftwareAdapter(name);
  return { adapter, name };
}

/** Firefox tells the card's name without asking for more. */
export function rendererOf(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}

/**
 * Looks at WebGL 2 through a canvas of one pixel, which is let go at once.
 * @param context opens one
 * @throws {NoAdapter} where there is no WebGL 2
 * @throws {SoftwareAdapter} where it draws on the processor
 */
export function webglAdapter(context: () => WebGL2RenderingContext | null): string {
  const gl = context();
  if (!gl) throw new NoAdapter('There is no WebGL 2 here.');
  const name = rendererOf(gl);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  if (isSoftware(name)) throw new SoftwareAdapter(name);
  return name;
}
