from collections import OrderedDict

import torch
from torch import nn


class Residual(nn.Module):
    def __init__(self, main, shortcut, after):
        super().__init__()
        self.main = main
        self.shortcut = shortcut
        self.after = after

    def forward(self, x):
        return self.after(self.main(x) + self.shortcut(x))


class ChannelsLast(nn.Module):
    def forward(self, x):
        return x.permute(0, 2, 3, 1)


model = nn.Sequential(OrderedDict([
    # stem: 6×5×3 -> 4×4×4
    ("stem_around", nn.ZeroPad2d((1, 2, 1, 2))),
    ("stem", nn.Conv2d(3, 4, 4, bias=False)),
    ("around", nn.ZeroPad2d(1)),
    ("pool_around", nn.ConstantPad2d((1, 1, 0, 1), float("-inf"))),
    ("pool", nn.MaxPool2d(3, stride=2)),
    # conv2_x, res2a: 4×4×4 -> 2×2×4
    ("res2a_branch2a_around", nn.ZeroPad2d((0, 1, 0, 1))),
    ("res2a_branch2a", nn.Conv2d(4, 4, 3, stride=2)),
    # conv2_x, res2b: 2×2×4 -> 2×2×4
    ("res2b", Residual(
        main=nn.Identity(),
        shortcut=nn.Identity(),
        after=nn.Identity(),
    )),
    # head: 2×2×4 -> 3
    ("bn_last", nn.BatchNorm2d(4, eps=1e-3, momentum=0.01)),
    ("bn_last_relu", nn.ReLU()),
    ("flat_last", ChannelsLast()),
    ("flat", nn.Flatten()),
    ("fc3", nn.Linear(16, 3)),
]))

for module in model.modules():
    if isinstance(module, (nn.Conv2d, nn.Linear)):
        nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
        if module.bias is not None:
            nn.init.zeros_(module.bias)

print(sum(p.numel() for p in model.parameters()))
print(tuple(model(torch.zeros(2, 3, 6, 5)).shape))
