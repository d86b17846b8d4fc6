/** `train.ts` and the optimizers in Python. */
export const trainingCode = `def optimizer_of(settings, network, exact):
    if exact:
        return PageOptimizer(settings, network.parameters())
    rate, decay = settings["rate"], settings["decay"]
    parameters = list(network.parameters())
    if settings["optimizer"] in ("sgd", "momentum"):
        momentum = 0.9 if settings["optimizer"] == "momentum" else 0.0
        return torch.optim.SGD(parameters, lr=rate, momentum=momentum, weight_decay=decay)
    kind = torch.optim.Adam if settings["optimizer"] == "adam" else torch.optim.AdamW
    return kind(parameters, lr=rate, betas=(0.9, 0.999), eps=1e-8, weight_decay=decay)


def accuracy_of(dataset, outputs, targets):
    return 0.0 if dataset == "identity" else (outputs.argmax(1) == targets).double().mean().item()


def with_depth(settings, depth):
    """The settings at another depth, made of whole units."""
    if depth is None:
        return settings
    k = settings["layersPerUnit"]
    return dict(settings, depth=max(k, int(depth / k + 0.5) * k))


def exact_steps(arm, seed, depth):
    """How many steps of the arm at this place are computed in the page's own order of operations."""
    return EXACT[arm] if depth is None and seed in MEASURED else 20


def train(seed, depth=None, steps=None, fashion_file="fashion14.bin", dtype=torch.float32, quiet=False, exact=None):
    """
    Trains every arm of the experiment with one seed, on the same batches, and yields a row a step: what was measured before
    the step, so that row 0 is the untrained network. An arm whose loss is above 1e6 or not a number stops. The first
    steps are computed in the page's arithmetic, in float32: as many as exact says, or else exact_steps.
    """
    dataset = EXPERIMENT["dataset"]
    (inputs, targets), (test_inputs, test_targets) = load_data(dataset, seed, fashion_file)
    kind = dtype if dataset == "identity" else torch.int64
    inputs, test_inputs = torch.tensor(inputs, dtype=dtype), torch.tensor(test_inputs, dtype=dtype)
    targets, test_targets = torch.tensor(targets).to(kind), torch.tensor(test_targets).to(kind)
    for place, arm in enumerate(EXPERIMENT["arms"]):
        replayed = exact_steps(place, seed, depth) if exact is None else exact
        if dtype != torch.float32:
            replayed = 0
        settings = with_depth(arm, depth)
        network = Network(settings, inputs.shape[1], OUTPUTS[dataset], seed, dtype)
        optimizer = optimizer_of(settings, network, replayed > 0)
        dealer = batches(len(inputs), EXPERIMENT["batch"], seed)
        for step in range(EXPERIMENT["steps"] if steps is None else steps):
            picked = next(dealer)
            arithmetic = PAGE if step < replayed else TORCH
            outputs, states = network(inputs[picked], arithmetic)
            for state in states:
                state.retain_grad()
            loss = arithmetic.loss(dataset, outputs, targets[picked])
            optimizer.zero_grad()
            loss.backward()
            norms = [state.grad.double().norm().item() for state in (states[0], states[-1])]
            yield {
                "arm": arm["name"],
                "seed": seed,
                "depth": settings["depth"],
                "step": step,
                "loss": loss.item(),
                "accuracy": accuracy_of(dataset, outputs, targets[picked]),
                "grad_first": norms[0],
                "grad_last": norms[1],
            }
            if not loss.item() <= 1e6:
                if not quiet:
                    print(f"{arm['name']}, seed {seed}: diverged at step {step}", file=sys.stderr)
                break
            optimizer.step()
        else:
            if quiet:
                continue
            with torch.no_grad():
                scores = []
                for x, y in ((inputs, targets), (test_inputs, test_targets)):
                    outputs, _ = network(x)
                    scores.append(f"loss {TORCH.loss(dataset, outputs, y).item():.4g}, accuracy {accuracy_of(dataset, outputs, y):.1%}")
            print(
                f"{arm['name']}, seed {seed}, depth {settings['depth']}: training {scores[0]}; test {scores[1]}",
                file=sys.stderr,
            )
`;
