/**
 * The arithmetic of `engine/tape.ts` in Python: every operation of tfjs and of its gradients on the cpu backend. Each computes in
 * float64 and stores a float32, so NumPy repeats it bit by bit; the last digit of an exponential, a logarithm, a tanh or a
 * power in float64, in which browsers differ, hardly ever reaches the float32.
 */
export const tfjsCode = `def in_double(function, x):
    return function(x.astype(f64)).astype(f32)


def product(a, b, start):
    """a [rows, depth] times b [depth, columns], plus start: 48 products at a time are added up in float64."""
    total = np.zeros((len(a), b.shape[1]), f32)
    for first in range(0, len(b), 48):
        part = np.zeros(total.shape, f64)
        for column, row in zip(a.T[first : first + 48].astype(f64), b[first : first + 48].astype(f64)):
            part += np.multiply.outer(column, row)
        total += part
    return total + start


def sums(x, axis):
    """Along an axis, which stays, one after the other in float64."""
    return np.add.accumulate(x, axis, f64).take([-1], axis).astype(f32)


def column_sums(x):
    return sums(x, 0)[0]


def dot(a, b):
    return column_sums((a * b).reshape(-1))


def hyperbolic_tangent(x):
    return in_double(np.tanh, x)


def logistic(x):
    return in_double(lambda v: 1 / (1 + np.exp(-v)), x)


class PageNorm(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, _, gamma, beta, axis):
        x, gamma, size = array(x), array(gamma), f32(x.shape[axis])
        centred = x - sums(x / size, axis)
        variance = sums(centred * centred / size, axis) + f32(1e-5)
        rate = in_double(lambda v: 1 / np.sqrt(v), variance)
        ctx.kept = centred, variance, rate, gamma, size, axis
        return torch.from_numpy(centred * rate * gamma + array(beta))

    @staticmethod
    def backward(ctx, gradient):
        centred, variance, rate, gamma, size, axis = ctx.kept
        g = array(gradient)
        scaled = g * gamma
        to_variance = -(sums(scaled * centred, axis) / (in_double(lambda v: v**1.5, variance) * f32(2)))
        before = scaled * rate + to_variance / size * (centred * f32(2))
        of_mean = np.broadcast_to(-sums(before, axis) / size, before.shape).copy()
        to_gamma = column_sums(g * (centred * rate))
        return torch.from_numpy(before), torch.from_numpy(of_mean), torch.from_numpy(to_gamma), torch.from_numpy(column_sums(g)), None


def page_norm(x, *others):
    """Two gradients go to x: of its difference from the mean, and of the mean. They are added to what is there one by one."""
    return PageNorm.apply(x, x, *others)


def entropy(logits, targets):
    """The loss and its gradient."""
    rows, share = np.arange(len(logits)), f32(1) / f32(len(logits))
    shifted = logits - logits.max(axis=1, keepdims=True)
    logarithms = shifted - in_double(np.log, sums(in_double(np.exp, shifted), 1))
    gradient = share * in_double(np.exp, logarithms)
    gradient[rows, targets] -= share
    return -column_sums(logarithms[rows, targets] / f32(len(rows))), gradient


def mean_square(difference):
    return column_sums((difference * difference / f32(difference.size)).reshape(-1))


def shrinking(rate, decay):
    return f32(1 - rate * decay)


def adam_step(direction, rate, rest):
    return direction * f32(1 / rest) * f32(rate)
`;
