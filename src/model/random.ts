/**
 * The one source of randomness: sfc32 (Chris Doty-Humphrey, PractRand), seeded from an integer and a label, so that
 * each use has its own stream and adding one never shifts another. 32-bit integer arithmetic only: the same numbers
 * in every browser, and easy to write again in another language.
 */
export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  uniform(): number;
  /** Standard normal (Box-Muller). */
  normal(): number;
  /** A whole number in [0, n). */
  below(n: number): number;
}

/** FNV-1a over the label, started from the seed: where the stream begins. */
function hash(seed: number, label: string): number {
  let h = (2166136261 ^ seed) >>> 0;
  for (let i = 0; i < label.length; i++) h = Math.imul(h ^ label.charCodeAt(i), 16777619) >>> 0;
  return h;
}

export function random(seed: number, label: string): Random {
  let a = hash(seed, label);
  let b = hash(seed, `${label}b`);
  let c = hash(seed, `${label}c`);
  let counter = 1;
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) next();
  let spare: number | undefined;
  const uniform = () => next() / 4294967296;
  return {
    uniform,
    below: (n) => Math.floor(uniform() * n),
    normal() {
      if (spare !== undefined) {
        const value = spare;
        spare = undefined;
        return value;
      }
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
  };
}
