/** Activations and losses of `engine/kernel/` in Python, operation by operation. */
export const curvesCode = `def power_of_two(n):
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


class PagePhi(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, kind):
        x = array(x)
        y = np.where(x < 0, f32(0), x) if kind == "relu" else (hyperbolic_tangent if kind == "tanh" else logistic)(x)
        ctx.kept = y, kind
        return torch.from_numpy(y)

    @staticmethod
    def backward(ctx, gradient):
        y, kind = ctx.kept
        g = array(gradient)
        if kind == "relu":
            return torch.from_numpy(np.where(y > 0, g, f32(0))), None
        return torch.from_numpy(g * (f32(1) - y * y if kind == "tanh" else y * (f32(1) - y))), None


class PageEntropy(torch.autograd.Function):
    @staticmethod
    def forward(ctx, outputs, targets):
        logits, targets = array(outputs), array(targets)
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
        ctx.gradient = e * factor[:, None]
        ctx.gradient[rows, targets] = -others * factor
        return torch.tensor((total + math.log(sums)) / len(rows), dtype=torch.float32)

    @staticmethod
    def backward(ctx, gradient):
        return torch.from_numpy(ctx.gradient), None


class PageSquares(torch.autograd.Function):
    @staticmethod
    def forward(ctx, outputs, targets):
        difference = array(outputs) - array(targets)
        ctx.gradient = difference * (f32(2) / f32(difference.size))
        squares = difference.astype(f64) ** 2
        total = np.add.accumulate(squares.reshape(-1))[-1] / difference.shape[1]
        return torch.tensor(total / len(difference), dtype=torch.float32)

    @staticmethod
    def backward(ctx, gradient):
        return torch.from_numpy(ctx.gradient), None


# The page's arithmetic, under the same names as PyTorch's own.
PAGE = SimpleNamespace(
    dense=PageDense.apply,
    norm=PageNorm.apply,
    phi=lambda x, kind: x if kind == "linear" else PagePhi.apply(x, kind),
    join=PageJoin.apply,
    loss=lambda dataset, *both: (PageSquares if dataset == "identity" else PageEntropy).apply(*both),
)


class PageOptimizer:
    """The four optimizers with every operation rounded to float32, in the page's order."""

    def __init__(self, settings, parameters):
        self.kind, self.rate, self.decay = settings["optimizer"], f32(settings["rate"]), f32(settings["decay"])
        self.parameters = list(parameters)
        self.moments = [[np.zeros(p.shape, f32) for _ in range(2)] for p in self.parameters]
        self.powers = (1.0, 1.0)

    def zero_grad(self):
        for parameter in self.parameters:
            parameter.grad = None

    def step(self):
        self.powers = (self.powers[0] * 0.9, self.powers[1] * 0.999)
        for parameter, moments in zip(self.parameters, self.moments):
            # A view: what is written to it is the parameter's.
            value = array(parameter)
            value[...] = self.updated(value, array(parameter.grad), *moments)

    def updated(self, value, gradient, first, second):
        if self.kind != "adamw":
            gradient = gradient + self.decay * value
        if self.kind == "sgd":
            return value - self.rate * gradient
        if self.kind == "momentum":
            first[...] = f32(0.9) * first + gradient
            return value - self.rate * first
        first[...] = f32(0.9) * first + f32(0.1) * gradient
        second[...] = f32(0.999) * second + f32(0.001) * (gradient * gradient)
        root = np.sqrt(second) * f32(1 / math.sqrt(1 - self.powers[1])) + f32(1e-8)
        shrink = f32(1 - float(self.rate) * float(self.decay)) if self.kind == "adamw" else f32(1)
        return value * shrink - f32(float(self.rate) / (1 - self.powers[0])) * (first / root)
`;
