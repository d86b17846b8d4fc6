/** What the benchmark uses of two packages that bring no types, or incomplete ones. */
declare module 'convnetjs' {
  class Vol {
    constructor(values: number[]);
    w: Float64Array;
  }
  class Net {
    makeLayers(layers: readonly Record<string, string | number>[]): void;
    layers: readonly { filters?: Vol[]; biases?: Vol }[];
  }
  class Trainer {
    constructor(net: Net, options: Record<string, string | number>);
    train(x: Vol, target: number): { loss: number };
  }
  const convnetjs: { Vol: typeof Vol; Net: typeof Net; Trainer: typeof Trainer };
  export default convnetjs;
}
declare module 'brain.js' {
  interface Pattern {
    input: number[];
    output: number[];
  }
  class NeuralNetwork {
    constructor(options: { hiddenLayers: number[]; activation: 'relu' });
    train(data: Pattern[], options: { iterations: number; learningRate: number }): { error: number };
    trainPattern(pattern: Pattern): void;
  }
  const brain: { NeuralNetwork: typeof NeuralNetwork };
  export default brain;
}
