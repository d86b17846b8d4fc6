/** The shape of one convolution: images [n, height, width, channels] to [n, outHeight, outWidth, filters]. */
export interface ConvShape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly filters: number;
  /** The filter is `size` x `size`. */
  readonly size: number;
  readonly stride: number;
  /** Rows and columns of zeros before the image. */
  readonly top: number;
  readonly left: number;
}

/** Numbers of the filter, [size, size, channels, filters]. */
export const filterSize = ({ size, channels, filters }: ConvShape): number => size * size * channels * filters;

/** Multiply-adds of one image's pass. */
export const multiplyAdds = (shape: ConvShape): number => shape.outHeight * shape.outWidth * filterSize(shape);

/**
 * "Same" padding: the output has the input's size divided by the stride and rounded up; where the zeros around the image
 * are an odd number, the smaller half comes first, as in TensorFlow.
 */
export function sameShape(
  height: number,
  channels: number,
  filters: number,
  size: number,
  stride: number,
  width = height,
): ConvShape {
  const out = (length: number) => Math.ceil(length / stride);
  const before = (length: number) => Math.floor(Math.max(0, (out(length) - 1) * stride + size - length) / 2);
  return {
    height,
    width,
    channels,
    outHeight: out(height),
    outWidth: out(width),
    filters,
    size,
    stride,
    top: before(height),
    left: before(width),
  };
}
