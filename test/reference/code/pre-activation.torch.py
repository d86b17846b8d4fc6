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


model = nn.Sequential(OrderedDict([
    # res3a: 6×6×8 -> 3×3×16
    ("res3a", Residual(
        main=nn.Sequential(OrderedDict([
            ("bn3a_branch2a", nn.BatchNorm2d(8, eps=1e-3, momentum=0.01)),
            ("bn3a_branch2a_relu", nn.ReLU()),
            ("res3a_branch2a", nn.Conv2d(8, 4, 1, stride=2)),
            ("bn3a_branch2b", nn.BatchNorm2d(4, eps=1e-3, momentum=0.01)),
            ("bn3a_branch2b_relu", nn.ReLU()),
            ("res3a_branch2b", nn.Conv2d(4, 4, 3, padding=1)),
            ("bn3a_branch2c", nn.BatchNorm2d(4, eps=1e-3, momentum=0.01)),
            ("bn3a_branch2c_relu", nn.ReLU()),
            ("res3a_branch2c", nn.Conv2d(4, 16, 1)),
        ])),
        shortcut=nn.Sequential(OrderedDict([
            ("res3a_branch1", nn.Conv2d(8, 16, 1, stride=2)),
        ])),
        after=nn.Identity(),
    )),
]))

for module in model.modules():
    if isinstance(module, (nn.Conv2d, nn.Linear)):
        nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
        if module.bias is not None:
            nn.init.zeros_(module.bias)

print(sum(p.numel() for p in model.parameters()))
print(tuple(model(torch.zeros(2, 8, 6, 6)).shape))
