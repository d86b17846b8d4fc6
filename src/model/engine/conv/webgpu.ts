/** The convolutional tape on the graphics card, through WebGPU. */
import * as tf from '@tensorflow/tfjs';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { CardEngine } from '../../conv/engine.ts';
import { guarded } from './guarded.ts';
import { laterConvTapeEngine } from './tape.ts';

/** Why the device no longer computes, as soon as anything has told of it. */
export function watch(device: Pick<GPUDevice, 'lost' | 'addEventListener'>): () => string | undefined {
  let why: string | undefined;
  device.lost.then(({ message }) => {
    why = `The graphics device was lost. ${message}`.trim();
  });
  // An error that no call has caught leaves wrong numbers behind.
  device.addEventListener('uncapturederror', (event) => {
    const error: unknown = Reflect.get(event, 'error');
    const message: unknown = typeof error === 'object' && error ? Reflect.get(error, 'message') : undefined;
    why = `The graphics device failed. ${message ?? ''}`.trim();
  });
  return () => why;
}

/**
 * Starts tfjs on this adapter, and on no other one: by itself tfjs would go on with another backend where WebGPU fails.
 * @throws {Error} where the adapter gives no device, or tfjs does not start on it
 */
export async function webgpuEngine(adapter: GPUAdapter): Promise<CardEngine> {
  const { limits } = adapter;
  const device = await adapter.requestDevice({
    requiredLimits: {
      maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
      maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
      maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      maxBufferSize: limits.maxBufferSize,
      maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
      maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
    },
  });
  const lost = watch(device);
  tf.enableProdMode();
  if (tf.findBackendFactory('webgpu')) tf.removeBackend('webgpu');
  tf.registerBackend('webgpu', () => new WebGPUBackend(device, adapter.info));
  const started = (await tf.setBackend('webgpu')) && tf.getBackend() === 'webgpu';
  if (!started) throw new Error('tfjs did not start on WebGPU.');
  return guarded(laterConvTapeEngine('webgpu'), lost);
}
