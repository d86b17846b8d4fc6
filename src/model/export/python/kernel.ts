/**
 * The arithmetic of `engine/kernel/` in Python: sums, products, activations, losses, each float32 operation in the kernel's
 * order. The elementary operations of NumPy round as IEEE 754 says, so the results are equal bit by bit.
 */
export const kernelCode = `def doubtful(sums):
    """Whether a float64 is midway between two float32 or has fewer digits there: rounded twice, it may go the wrong way."""
    midway = (sums.view(np.int64) & 0x1FFFFFFF) == 0x10000000
    return bool(midway.any() or ((np.abs(sums) < 2.0**-125) & (sums != 0)).any())


def odd_sum(a, b):
    """a + b in float64, rounded so that a second rounding, to float32, does no harm: what is not exact gets an odd last bit."""
    total = a + b
    part = total - a
    error = (a - (total - part)) + (b - part)
    bits = total.view(np.int64)
    inexact = (error != 0) & np.isfinite(total) & (bits & 1 == 0)
    bits += np.where(inexact, np.where((error > 0) == (total > 0), 1, -1), 0)
    return total


def product(a, b, start):
    """
    a [rows, depth] times b [depth, columns], plus start: to each number, one product after the other is added. Where FUSED,
    the product is not rounded before it is added. It is exact in float64, and almost always that makes one rounding.
    """
    total = np.empty((len(a), b.shape[1]), f32)
    total[...] = start
    if not FUSED:
        for column, row in zip(a.T, b):
            total += np.multiply.outer(column, row)
        return total
    factors, others = np.ascontiguousarray(a.T, f64)[:, :, None], np.ascontiguousarray(b, f64)[:, None, :]
    # So many rows at a time as stay in a processor's cache.
    some = max(1, 2**18 // b.size)
    for first in range(0, len(a), some):
        part, terms = total[first : first + some], factors[:, first : first + some] * others
        for term in terms:
            term += part
            part[...] = term
        if doubtful(terms):
            part[...] = start
            for column, row in zip(factors[:, first : first + some], others):
                part[...] = odd_sum(column * row, part.astype(f64))
    return total


def down(x):
    """The sum of the rows, one after the other."""
    return np.add.accumulate(x, axis=0)[-1]


def column_sums(x):
    """The sum of the rows in four parts: every fourth row."""
    whole = len(x) // 4 * 4
    parts = [down(x[i:whole:4]) if whole else np.zeros_like(x[0]) for i in range(4)]
    for row in x[whole:]:
        parts[0] = parts[0] + row
    return (parts[0] + parts[1]) + (parts[2] + parts[3])


def in_fours(x, fill=0):
    """[rows, columns] as [rows, vectors, 4]."""
    padded = np.full((len(x), -(-x.shape[1] // 4) * 4), fill, f32)
    padded[:, : x.shape[1]] = x
    return padded.reshape(len(x), -1, 4)


def four(v):
    return (v[..., 0] + v[..., 1]) + (v[..., 2] + v[..., 3])


def across(x, last_first=False):
    """The sum of each row: four sums side by side, [rows, 1]."""
    vectors = in_fours(x)
    return four(np.add.accumulate(np.roll(vectors, 1, axis=1) if last_first else vectors, axis=1)[:, -1])[:, None]


def dot(a, b):
    """The sum of the products of two tables: 64 vectors of four in float32, and these sums in float64."""
    products = (in_fours(a) * in_fours(b)).reshape(-1)
    products = np.concatenate([products, np.zeros(-len(products) % 256, f32)]).reshape(-1, 64, 4)
    return f32(np.add.accumulate(four(np.add.accumulate(products, axis=1)[:, -1]).astype(f64))[-1])


def power_of_two(n):
    return ((n + 127) << 23).astype(np.int32).view(f32)


def exponential(x):
    """e^x by a polynomial (Moshier, Cephes)."""
    x = np.minimum(np.maximum(x, f32(-104)), f32(89))
    n = np.rint(x * f32(1.4426950408889634))
    r = (x - n * f32(0.693359375)) - n * f32(-2.1219444e-4)
    p = f32(1.98756915e-4)
    for c in (1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1):
        p = p * r + f32(c)
    p = (p * (r * r) + r) + f32(1)
    whole = np.nan_to_num(n).astype(np.int32)
    half = whole >> 1
    return (p * power_of_two(half)) * power_of_two(whole - half)


def hyperbolic_tangent(x):
    size, square = np.abs(x), x * x
    p = f32(-5.70498872745e-3)
    for c in (2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1):
        p = p * square + f32(c)
    far = f32(1) - f32(2) / (exponential(size + size) + f32(1))
    return np.where(size < f32(0.625), (p * square) * x + x, np.copysign(far, x))


def logistic(x):
    e = exponential(-np.abs(x))
    share = f32(1) / (f32(1) + e)
    return np.where(x < 0, e * share, share)


class PageNorm(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, gamma, beta, axis):
        x, gamma = array(x), array(gamma)
        share = f32(1) / f32(x.shape[axis])
        centred = x - (across(x) if axis else down(x)) * share
        squares = centred * centred
        variance = (across(squares, last_first=True) if axis else down(squares)) * share
        deviation = f32(1) / np.sqrt(variance + f32(1e-5))
        normalized = centred * deviation
        ctx.kept = normalized, deviation, gamma, share, axis
        return torch.from_numpy(normalized * gamma + array(beta))

    @staticmethod
    def backward(ctx, gradient):
        n, deviation, gamma, share, axis = ctx.kept
        g = array(gradient)
        to_gamma, to_beta = down(g * n), down(g)
        if axis:
            t = g * gamma
            before = ((t - across(t) * share) - n * (across(t * n) * share)) * deviation
        else:
            before = (gamma * deviation) * ((g - to_beta * share) - n * (to_gamma * share))
        return torch.from_numpy(before), torch.from_numpy(to_gamma), torch.from_numpy(to_beta), None


page_norm = PageNorm.apply


def entropy(logits, targets):
    """The loss and its gradient."""
    rows = np.arange(len(logits))
    most = logits.max(axis=1)
    e = exponential(logits - most[:, None])
    own = e[rows, targets]
    rest = e.copy()
    rest[rows, targets] = 0
    others = across(rest)[:, 0]
    # The logarithms of several rows are taken at once, as that of their product.
    total, sums = 0.0, 1.0
    for below, all_of_row in zip(most - logits[rows, targets], others.astype(f64) + own.astype(f64)):
        total += float(below)
        sums *= float(all_of_row)
        if sums > 1e200:
            total += math.log(sums)
            sums = 1.0
    factor = (f32(1) / f32(len(rows))) / (others + own)
    gradient = e * factor[:, None]
    gradient[rows, targets] = -others * factor
    return (total + math.log(sums)) / len(rows), gradient


def mean_square(difference):
    squares = difference.astype(f64) ** 2
    return np.add.accumulate(squares.reshape(-1))[-1] / difference.shape[1] / len(difference)


def shrinking(rate, decay):
    return f32(1 - float(f32(rate)) * float(f32(decay)))


def adam_step(direction, rate, rest):
    return f32(float(f32(rate)) / rest) * direction
`;
