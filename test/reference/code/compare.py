#!/usr/bin/env python3
"""Runs the Keras and the PyTorch listing of each case with the same weights and prints how far their outputs part.

    KERAS_BACKEND=torch python3 compare.py [NAME ...]      needs keras 3 and torch

Norms use moving statistics, which are drawn, as all weights are. Exit 1 where outputs differ by more than 1e-4 of the
largest, or where the numbers of trained parameters do.
"""
import contextlib, io, pathlib, sys
import numpy as np
import torch

here = pathlib.Path(__file__).parent


def run(path):
    scope = {"__name__": "listing"}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), scope)
    return scope["model"]


def compare(name):
    rng = np.random.default_rng(1)
    keras_model, torch_model = run(here / f"{name}.keras.py"), run(here / f"{name}.torch.py").eval()
    modules = {key.rsplit(".", 1)[-1]: module for key, module in torch_model.named_modules()}
    for layer in keras_model.layers:
        weights = [rng.normal(size=w.shape) * 0.4 for w in layer.get_weights()]
        if not weights:
            continue
        module = modules[layer.name]
        put = lambda parameter, value: parameter.data.copy_(torch.tensor(np.ascontiguousarray(value)))
        if type(layer).__name__ == "BatchNormalization":
            weights[3] = np.abs(weights[3]) + 0.5
            for target, value in zip((module.weight, module.bias, module.running_mean, module.running_var), weights):
                put(target, value)
        else:
            put(module.weight, weights[0].transpose((3, 2, 0, 1) if weights[0].ndim == 4 else (1, 0)))
            if len(weights) > 1:
                put(module.bias, weights[1])
        layer.set_weights(weights)
    images = rng.normal(size=(2, *keras_model.input_shape[1:])).astype("float32")
    ours = np.asarray(keras_model(images, training=False).detach())
    with torch.no_grad():
        theirs = torch_model(torch.tensor(images.transpose(0, 3, 1, 2))).numpy()
    theirs = theirs.transpose(0, 2, 3, 1) if theirs.ndim == 4 else theirs
    assert ours.shape == theirs.shape, (name, ours.shape, theirs.shape)
    error = np.abs(ours - theirs).max() / np.abs(ours).max()
    counts = [sum(int(np.prod(w.shape)) for w in keras_model.trainable_weights), sum(p.numel() for p in torch_model.parameters())]
    print(f"{name:24} {error:.1e}  {counts[0]} {counts[1]}")
    return error <= 1e-4 and counts[0] == counts[1]


if __name__ == "__main__":
    names = sys.argv[1:] or sorted(path.name[: -len(".keras.py")] for path in here.glob("*.keras.py"))
    results = [compare(name) for name in names]
    sys.exit(0 if all(results) else 1)
