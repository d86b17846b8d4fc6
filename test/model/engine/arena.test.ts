import { describe, expect, it } from 'vitest';
import { arenaOf } from '../../../src/model/engine/arena.ts';
import { random } from '../../../src/model/random.ts';

const page = 65_536;

describe('the arena', () => {
  it('gives multiples of 64, side by side', () => {
    const arena = arenaOf(new WebAssembly.Memory({ initial: 1 }), 100);
    // 100 rounds up to 128; 65 bytes take two lines of 64.
    expect([arena.take(65), arena.take(1), arena.take(64)]).toEqual([128, 256, 320]);
  });

  it('fills a gap before it grows, and joins neighbours', () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const arena = arenaOf(memory, 0);
    const [a, b, c] = [arena.take(20_000), arena.take(20_000), arena.take(20_000)];
    arena.give(a);
    arena.give(b);
    // 20,000 bytes take 313 lines, 20,032 bytes; twice that fits only where a and b were joined.
    expect(arena.take(40_064)).toBe(a);
    expect(memory.buffer.byteLength).toBe(page);
    arena.give(c);
    expect(arena.take(2 * page)).toBe(c);
    // c's place at 40,064 and two pages more reach into the third page.
    expect(memory.buffer.byteLength).toBe(3 * page);
  });

  it('refuses what it did not give', () => {
    const arena = arenaOf(new WebAssembly.Memory({ initial: 1 }), 0);
    const address = arena.take(64);
    arena.give(address);
    expect(() => arena.give(address)).toThrow(RangeError);
  });

  it('never gives one byte twice, and has everything back in the end', () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const arena = arenaOf(memory, 0);
    const stream = random(1, 'arena');
    const held = new Map<number, number>();
    for (let i = 0; i < 2000; i++) {
      const [address] = held.keys();
      if (address !== undefined && stream.below(3) === 0) {
        arena.give(address);
        held.delete(address);
      } else if (held.size < 20) {
        const bytes = 1 + stream.below(30_000);
        const at = arena.take(bytes);
        for (const [other, length] of held) expect(at + bytes <= other || other + length <= at).toBe(true);
        held.set(at, bytes);
      }
    }
    for (const address of held.keys()) arena.give(address);
    const { byteLength } = memory.buffer;
    expect(arena.take(byteLength)).toBe(0);
    expect(memory.buffer.byteLength).toBe(byteLength);
  });
});
