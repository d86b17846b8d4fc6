/** The page's own arithmetic in Python, under the names of PyTorch's: layers, activations, losses and optimizers. */
import type { Arithmetic } from '../../engine/arithmetic.ts';
import { kernelCode } from './kernel.ts';
import { tfjsCode } from './tfjs.ts';

const numbersCode = `# A diverging loss is told by the training loop.
np.seterr(over="ignore", invalid="ignore")
f32, f64 = np.float32, np.float64


def array(tensor):
    return tensor.detach().numpy()
`;

/** What both engines compute alike, but for the sums, products and curves within. */
const layersCode = `class PageDense(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, kernel, bias):
        ctx.kept = array(x), array(kernel)
        return torch.from_numpy(product(*ctx.kept, array(bias)))

    @staticmethod
    def backward(ctx, gradient):
        x, kernel = ctx.kept
        d = array(gradient)
        before = torch.from_numpy(product(d, kernel.T, 0)) if ctx.needs_input_grad[0] else None
        return before, torch.from_numpy(product(x.T, d, 0)), torch.from_numpy(column_sums(d))


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


class PageLoss(torch.autograd.Function):
    @staticmethod
    def forward(ctx, dataset, outputs, targets):
        outputs, targets = array(outputs), array(targets)
        if dataset == "identity":
            difference = outputs - targets
            loss, ctx.gradient = mean_square(difference), difference * (f32(2) / f32(difference.size))
        else:
            loss, ctx.gradient = entropy(outputs, targets)
        return torch.tensor(loss, dtype=torch.float32)

    @staticmethod
    def backward(ctx, gradient):
        return None, torch.from_numpy(ctx.gradient), None


# The page's arithmetic, under the same names as PyTorch's own.
PAGE = SimpleNamespace(
    dense=PageDense.apply,
    norm=page_norm,
    phi=lambda x, kind: x if kind == "linear" else PagePhi.apply(x, kind),
    join=PageJoin.apply,
    loss=PageLoss.apply,
)


class PageOptimizer:
    """The four optimizers with every operation rounded to float32, in the page's order."""

    def __init__(self, settings, parameters):
        self.kind, self.rate, self.decay = settings["optimizer"], settings["rate"], settings["decay"]
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
            gradient = gradient + f32(self.decay) * value
        if self.kind == "sgd":
            return value - f32(self.rate) * gradient
        if self.kind == "momentum":
            first[...] = f32(0.9) * first + gradient
            return value - f32(self.rate) * first
        first[...] = f32(0.9) * first + f32(0.1) * gradient
        second[...] = f32(0.999) * second + f32(0.001) * (gradient * gradient)
        root = np.sqrt(second) * f32(1 / math.sqrt(1 - self.powers[1])) + f32(1e-8)
        kept = value * shrinking(self.rate, self.decay) if self.kind == "adamw" else value
        return kept - adam_step(first / root, self.rate, 1 - self.powers[0])
`;

export const arithmeticCode = (arithmetic: Arithmetic): string =>
  [numbersCode, arithmetic === 'tfjs' ? tfjsCode : kernelCode, layersCode].join('\n\n');
