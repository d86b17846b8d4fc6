/**
 * The arithmetic of `engine/kernel/` in Python: sums, products, the layers of a network and the losses, each float32 operation
 * in the kernel's order. The elementary operations of NumPy round as IEEE 754 says, so the results are equal bit by bit.
 */
export const arithmeticCode = `# A diverging loss is told by the training loop.
np.seterr(over="ignore", invalid="ignore")
f32, f64 = np.float32, np.float64


def array(tensor):
    return tensor.detach().numpy()


def doubtful(sums):
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


def four_by_four(x):
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


class PageDense(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, kernel, bias):
        ctx.kept = array(x), array(kernel)
        return torch.from_numpy(product(*ctx.kept, array(bias)))

    @staticmethod
    def backward(ctx, gradient):
        x, kernel = ctx.kept
        d = array(gradient)
        before = torch.from_numpy(product(d, kernel.T, 0)) if ctx.needs_input_grad[0] else None
        return before, torch.from_numpy(product(x.T, d, 0)), torch.from_numpy(four_by_four(d))


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


class PageJoin(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, f, shortcut, scale):
        learned = isinstance(scale, torch.Tensor)
        ctx.kept = array(f), f32(shortcut), array(scale)[0] if learned else f32(scale), learned
        f, shortcut, scale, _ = ctx.kept
        return torch.from_numpy(scale * f if shortcut == 0 else shortcut * array(x) + scale * f)

    @staticmethod
    def backward(ctx, gradient):
        f, shortcut, scale, learned = ctx.kept
        g = array(gradient)
        to_scale = torch.tensor([dot(g, f)], dtype=torch.float32) if learned else None
        return None if shortcut == 0 else torch.from_numpy(shortcut * g), torch.from_numpy(scale * g), None, to_scale
`;
