export interface Keeping<Value> {
  /** What was made under this key, or is made now. */
  of(key: string, make: () => Value): Value;
  /** What is kept became larger by so many numbers. */
  grew(numbers: number): void;
}

/** Keeps what is made again and again, until it is more than `most` numbers: then all of it is forgotten. */
export function keeping<Value>(most: number): Keeping<Value> {
  const known = new Map<string, Value>();
  let size = 0;
  return {
    of(key, make) {
      const value = known.get(key) ?? make();
      known.set(key, value);
      return value;
    },
    grew(numbers) {
      size += numbers;
      if (size <= most) return;
      known.clear();
      size = 0;
    },
  };
}
