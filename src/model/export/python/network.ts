/** `network/` and the forward pass of `engine/` in Python. */
export const networkCode = `@lru_cache(maxsize=None)
def normals(seed, label, count):
    stream = Random(seed, label)
    return np.array([stream.normal() for _ in range(count)])


def sum_of(values):
    """One after the other, as the page adds them up."""
    return np.add.accumulate(values)[-1]


def orthogonal(seed, label, n):
    """A random orthogonal matrix: Gram-Schmidt on Gaussian rows, each made orthogonal twice."""
    rows = []
    for row in normals(seed, label, n * n).reshape(n, n).copy():
        for other in rows + rows:
            row = row - sum_of(row * other) * other
        rows.append(row / math.sqrt(sum_of(row * row)))
    return np.array(rows)


def trunk_kernel(settings, seed, index):
    """Kernel [width, width] of one trunk layer, rounded to float32 as the page's engine stores it."""
    n, gain, spread = settings["width"], settings["gain"], settings["spread"]
    label, kind = f"trunk {index}", settings["initializer"]
    if kind == "orthogonal":
        return (gain * orthogonal(seed, label, n).astype(np.float32).astype(np.float64)).astype(np.float32)
    drawn = normals(seed, label, n * n).reshape(n, n)
    if kind == "identity":
        noise = (spread * drawn).astype(np.float32).astype(np.float64)
        return (gain * (np.eye(n) + noise)).astype(np.float32)
    sd = {"he": math.sqrt(2 / n), "glorot": math.sqrt(1 / n), "lecun": math.sqrt(1 / n), "normal": spread}[kind]
    return (gain * sd * drawn).astype(np.float32)


def torch_norm(x, gamma, beta, axis):
    centred = x - x.mean(axis, keepdim=True)
    variance = (centred * centred).mean(axis, keepdim=True)
    return centred / torch.sqrt(variance + 1e-5) * gamma + beta


def torch_join(x, f, shortcut, scale):
    f = f * scale
    return f if shortcut == 0 else f + shortcut * x


def torch_loss(dataset, outputs, targets):
    if dataset == "identity":
        return torch.nn.functional.mse_loss(outputs, targets)
    return torch.nn.functional.cross_entropy(outputs, targets)


# PyTorch's own arithmetic.
TORCH = SimpleNamespace(
    dense=lambda x, kernel, bias: x @ kernel + bias,
    norm=torch_norm,
    phi=lambda x, kind: x if kind == "linear" else getattr(torch, kind)(x),
    join=torch_join,
    loss=torch_loss,
)


class Dense(torch.nn.Module):
    """y = x K + b, with the kernel stored [in, out]."""

    def __init__(self, kernel, dtype):
        super().__init__()
        self.kernel = torch.nn.Parameter(torch.tensor(kernel, dtype=dtype))
        self.bias = torch.nn.Parameter(torch.zeros(kernel.shape[1], dtype=dtype))

    def forward(self, x, arithmetic):
        return arithmetic.dense(x, self.kernel, self.bias)


class Norm(torch.nn.Module):
    """Batch norm over the batch, or layer norm over the features. No running averages: every set has its own statistics."""

    def __init__(self, kind, width, dtype):
        super().__init__()
        self.axis = 0 if kind == "batch" else 1
        self.gamma = torch.nn.Parameter(torch.ones(width, dtype=dtype))
        self.beta = torch.nn.Parameter(torch.zeros(width, dtype=dtype))

    def forward(self, x, arithmetic):
        return arithmetic.norm(x, self.gamma, self.beta, self.axis)


class Unit(torch.nn.Module):
    """y = lambda x + alpha F(x). Pre-activation: F = K times (norm, phi, linear); post: K times (linear, norm), phi between."""

    def __init__(self, settings, seed, index, dtype):
        super().__init__()
        k, width, kind = settings["layersPerUnit"], settings["width"], settings["normalization"]
        self.activation = settings["activation"]
        self.pre = settings["order"] == "pre"
        self.shortcut = settings["shortcutScale"]
        units = settings["depth"] / k
        self.alpha = {"sqrt": 1 / math.sqrt(units), "units": 1 / units}.get(settings["branchScale"], 1)
        kernels = [trunk_kernel(settings, seed, index * k + i) for i in range(k)]
        if settings["branchScale"] == "zero":
            kernels[-1] = np.zeros_like(kernels[-1])
        self.layers = torch.nn.ModuleList([Dense(kernel, dtype) for kernel in kernels])
        self.norms = torch.nn.ModuleList([Norm(kind, width, dtype) for _ in kernels] if kind != "none" else [])
        learned = settings["branchScale"] == "learned"
        self.scale = torch.nn.Parameter(torch.zeros(1, dtype=dtype)) if learned else None

    def forward(self, x, arithmetic):
        f = x
        for i, layer in enumerate(self.layers):
            norm = self.norms[i] if len(self.norms) else (lambda value, _: value)
            if self.pre:
                f = layer(arithmetic.phi(norm(f, arithmetic), self.activation), arithmetic)
            else:
                f = norm(layer(f, arithmetic), arithmetic)
                if i < len(self.layers) - 1:
                    f = arithmetic.phi(f, self.activation)
        y = arithmetic.join(x, f, self.shortcut, self.alpha if self.scale is None else self.scale)
        return y if self.pre else arithmetic.phi(y, self.activation)


class Network(torch.nn.Module):
    """Stem, trunk of residual units, head. The plain network is the one whose shortcut scale is 0."""

    def __init__(self, settings, inputs, outputs, seed, dtype):
        super().__init__()
        width = settings["width"]
        lecun = lambda label, n, m: (1 / math.sqrt(n) * normals(seed, label, n * m).reshape(n, m)).astype(np.float32)
        self.stem = Dense(lecun("stem", inputs, width), dtype)
        units = settings["depth"] // settings["layersPerUnit"]
        self.units = torch.nn.ModuleList([Unit(settings, seed, i, dtype) for i in range(units)])
        normed = settings["finalNorm"] and settings["normalization"] != "none"
        self.final_norm = Norm(settings["normalization"], width, dtype) if normed else None
        self.head = Dense(lecun("head", width, outputs), dtype)

    def forward(self, inputs, arithmetic=TORCH):
        """Logits [batch, outputs] and the states x_0 ... x_units."""
        states = [self.stem(inputs, arithmetic)]
        for unit in self.units:
            states.append(unit(states[-1], arithmetic))
        last = states[-1] if self.final_norm is None else self.final_norm(states[-1], arithmetic)
        return self.head(last, arithmetic), states
`;
