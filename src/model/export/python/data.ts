/** The data sets and the batches of `data/` in Python. */
import { sheet } from '../../data/digits.ts';

export const dataCode = `SHEET = [
${sheet.map((line) => `    "${line}",`).join('\n')}
]


def spiral(stream, count=768):
    inputs, targets = np.zeros((count, 2)), np.zeros(count)
    for i in range(count):
        t = math.sqrt(stream.uniform())
        angle = 2 * math.pi * (t + (i % 2) / 2)
        inputs[i, 0] = t * math.cos(angle) + 0.05 * stream.normal()
        inputs[i, 1] = t * math.sin(angle) + 0.05 * stream.normal()
        targets[i] = i % 2
    return inputs, targets


def rings(stream, count=768):
    inputs, targets = np.zeros((count, 2)), np.zeros(count)
    for i in range(count):
        angle = 2 * math.pi * stream.uniform()
        radius = (0.3, 0.6, 0.9)[i % 3] + 0.05 * stream.normal()
        inputs[i] = radius * math.cos(angle), radius * math.sin(angle)
        targets[i] = i % 3
    return inputs, targets


def digits(stream, count=800):
    inputs, targets = np.zeros((count, 64)), np.zeros(count)
    for i in range(count):
        digit = i % 10
        top, left = stream.below(3), stream.below(3)
        for pixel in range(64):
            row, column = pixel // 8 - top, pixel % 8 - left
            inside = 0 <= row < 6 and 0 <= column < 5
            ink = 1 if inside and SHEET[row][7 * digit + column] == "#" else 0
            inputs[i, pixel] = ink + 0.2 * stream.normal()
        targets[i] = digit
    return inputs, targets


def identity(stream, count):
    inputs = np.array([abs(stream.normal()) for _ in range(8 * count)]).reshape(count, 8)
    return inputs, inputs


def fashion(path):
    """Fashion-MNIST (Xiao, Rasul and Vollgraf 2017, MIT licence), 14 x 14 pixels, standardised by the training pixels."""
    if not os.path.exists(path):
        sys.exit(f"{path} is missing. It is at {DATA_ADDRESS} and belongs beside this file.")
    raw = np.fromfile(path, dtype=np.uint8)
    if raw.size != 6000 * 197:
        sys.exit(f"{path} has {raw.size} bytes instead of {6000 * 197}. The right file is at {DATA_ADDRESS}")
    pixels, labels = raw[: 6000 * 196].reshape(6000, 196), raw[6000 * 196 :]
    train = pixels[:5000].astype(np.float64)
    mean = train.sum() / train.size
    sd = math.sqrt((train * train).sum() / train.size - mean * mean)
    inputs = (pixels - mean) / sd
    return (inputs[:5000], labels[:5000]), (inputs[5000:], labels[5000:])


def own(seed):
    """OWN, the author's data: of each class one row in four is the test. Standardised by the training rows."""
    inputs = np.array(OWN["inputs"], dtype=np.float64).reshape(len(OWN["labels"]), len(OWN["columns"]))
    labels = np.array(OWN["labels"])
    stream = Random(seed, "own split")
    tested = np.zeros(len(labels), dtype=bool)
    for label in range(len(OWN["classes"])):
        rows = [int(row) for row in np.flatnonzero(labels == label)]
        for i in range(max(1, int(len(rows) / 4 + 0.5))):
            j = i + stream.below(len(rows) - i)
            rows[i], rows[j] = rows[j], rows[i]
            tested[rows[i]] = True
    # Added up one after the other, as the page does it.
    mean_of = lambda rows: np.add.accumulate(rows, axis=0)[-1] / len(rows)
    mean = mean_of(inputs[~tested])
    sd = np.sqrt(mean_of((inputs[~tested] - mean) ** 2))
    inputs = (inputs - mean) / np.where(sd > 1e-12 * np.abs(mean), sd, 1)
    return (inputs[~tested], labels[~tested]), (inputs[tested], labels[tested])


# Number of outputs: classes, or for the identity task the values to give back.
OUTPUTS = {"fashion": 10, "digits": 10, "spiral": 2, "rings": 3, "identity": 8, "own": len(OWN["classes"])}


@lru_cache(maxsize=None)
def load_data(dataset, seed, fashion_file="fashion14.bin"):
    """Training and test examples as pairs of float32 arrays (inputs, targets)."""
    if dataset == "fashion":
        train, test = fashion(fashion_file)
    elif dataset == "own":
        train, test = own(seed)
    else:
        make = {"digits": digits, "spiral": spiral, "rings": rings, "identity": identity}[dataset]
        counts = ((1024,), (512,)) if dataset == "identity" else ((), ())
        train = make(Random(seed, "data"), *counts[0])
        test = make(Random(seed, "test data"), *counts[1])
    return tuple(tuple(np.asarray(part, dtype=np.float32) for part in pair) for pair in (train, test))


def batches(count, batch, seed):
    """Indices of mini-batches without end: dealt from a shuffled deck, which is shuffled again when the rest is too small."""
    size = min(batch, count)
    stream = Random(seed, "batches")
    deck = list(range(count))
    dealt = count
    while True:
        if dealt + size > count:
            for i in range(count - 1, 0, -1):
                j = stream.below(i + 1)
                deck[i], deck[j] = deck[j], deck[i]
            dealt = 0
        yield deck[dealt : dealt + size]
        dealt += size
`;
