/** `random.ts` in Python, number for number. */
export const generatorCode = `MASK = 0xFFFFFFFF


def fnv(seed, label):
    """FNV-1a over the label, started from the seed."""
    h = (2166136261 ^ seed) & MASK
    for letter in label:
        h = ((h ^ ord(letter)) * 16777619) & MASK
    return h


class Random:
    """sfc32 (Chris Doty-Humphrey, PractRand). Each use has a label, and so a stream of its own."""

    def __init__(self, seed, label):
        self.a = fnv(seed, label)
        self.b = fnv(seed, label + "b")
        self.c = fnv(seed, label + "c")
        self.counter = 1
        self.spare = None
        for _ in range(15):
            self.next()

    def next(self):
        t = (self.a + self.b + self.counter) & MASK
        self.counter = (self.counter + 1) & MASK
        self.a = self.b ^ (self.b >> 9)
        self.b = (self.c + (self.c << 3)) & MASK
        self.c = (((self.c << 21) | (self.c >> 11)) + t) & MASK
        return t

    def uniform(self):
        """Uniform in [0, 1)."""
        return self.next() / 4294967296

    def below(self, n):
        """A whole number in [0, n)."""
        return int(self.uniform() * n)

    def normal(self):
        """
        Standard normal (Box-Muller). Two libraries' logarithms may differ in the last of 53 bits; rounded to float32, about one
        number in ten thousand million is then another.
        """
        if self.spare is not None:
            value, self.spare = self.spare, None
            return value
        radius = math.sqrt(-2 * math.log(1 - self.uniform()))
        angle = 2 * math.pi * self.uniform()
        self.spare = radius * math.sin(angle)
        return radius * math.cos(angle)
`;
