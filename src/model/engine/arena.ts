/** Room in a WebAssembly memory: taken first-fit, given back, joined with free neighbours. */
export interface Arena {
  /** Address of at least `bytes` bytes, a multiple of 64. The memory grows where there is no gap. */
  take(bytes: number): number;
  /** Gives back what `take` gave. */
  give(address: number): void;
}

const line = 64;
const page = 65_536;

/** @param start where the free part of the memory begins */
export function arenaOf(memory: WebAssembly.Memory, start: number): Arena {
  const taken = new Map<number, number>();
  /** Free stretches by address; the last one ends where the memory ends. */
  const free: { at: number; bytes: number }[] = [];

  const release = (at: number, bytes: number) => {
    const next = free.findIndex((gap) => gap.at > at);
    const index = next < 0 ? free.length : next;
    const [before, after] = [free[index - 1], free[index]];
    const joined = { at, bytes };
    if (after && at + bytes === after.at) {
      joined.bytes += after.bytes;
      free.splice(index, 1);
    }
    if (before && before.at + before.bytes === at) before.bytes += joined.bytes;
    else free.splice(index, 0, joined);
  };
  const first = Math.ceil(start / line) * line;
  release(first, memory.buffer.byteLength - first);

  return {
    take(asked) {
      const bytes = Math.max(line, Math.ceil(asked / line) * line);
      let gap = free.find((one) => one.bytes >= bytes);
      if (!gap) {
        const end = memory.buffer.byteLength;
        const last = free.at(-1);
        const usable = last && last.at + last.bytes === end ? last.bytes : 0;
        const pages = Math.ceil((bytes - usable) / page);
        memory.grow(pages);
        release(end, pages * page);
        gap = free.at(-1) as { at: number; bytes: number };
      }
      const { at } = gap;
      gap.at += bytes;
      gap.bytes -= bytes;
      if (gap.bytes === 0) free.splice(free.indexOf(gap), 1);
      taken.set(at, bytes);
      return at;
    },
    give(address) {
      const bytes = taken.get(address);
      if (bytes === undefined) throw new RangeError(`Nothing was taken at ${address}.`);
      taken.delete(address);
      release(address, bytes);
    },
  };
}
