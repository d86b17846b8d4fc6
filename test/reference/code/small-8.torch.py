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
    # stem: 14×14×1 -> 14×14×8
    ("conv1", nn.Conv2d(1, 8, 3, padding=1, bias=False)),
    ("bn_conv1", nn.BatchNorm2d(8, eps=1e-3, momentum=0.01)),
    ("bn_conv1_relu", nn.ReLU()),
    # conv2_x, res2a: 14×14×8 -> 14×14×8
    ("res2a", Residual(
        main=nn.Sequential(OrderedDict([
            ("res2a_branch2a", nn.Conv2d(8, 8, 3, padding=1, bias=False)),
            ("bn2a_branch2a", nn.BatchNorm2d(8, eps=1e-3, momentum=0.01)),
            ("bn2a_branch2a_relu", nn.ReLU()),
            ("res2a_branch2b", nn.Conv2d(8, 8, 3, padding=1, bias=False)),
            ("bn2a_branch2b", nn.BatchNorm2d(8, eps=1e-3, momentum=0.01)),
        ])),
        shortcut=nn.Identity(),
        after=nn.ReLU(),
    )),
    # conv3_x, res3a: 14×14×8 -> 7×7×16
    ("res3a", Residual(
        main=nn.Sequential(OrderedDict([
            ("res3a_branch2a_around", nn.ZeroPad2d((0, 1, 0, 1))),
            ("res3a_branch2a", nn.Conv2d(8, 16, 3, stride=2, bias=False)),
            ("bn3a_branch2a", nn.BatchNorm2d(16, eps=1e-3, momentum=0.01)),
            ("bn3a_branch2a_relu", nn.ReLU()),
            ("res3a_branch2b", nn.Conv2d(16, 16, 3, padding=1, bias=False)),
            ("bn3a_branch2b", nn.BatchNorm2d(16, eps=1e-3, momentum=0.01)),
        ])),
        shortcut=nn.Sequential(OrderedDict([
            ("res3a_branch1", nn.Conv2d(8, 16, 1, stride=2, bias=False)),
            ("bn3a_branch1", nn.BatchNorm2d(16, eps=1e-3, momentum=0.01)),
        ])),
        after=nn.ReLU(),
    )),
    # conv4_x, res4a: 7×7×16 -> 4×4×32
    ("res4a", Residual(
        main=nn.Sequential(OrderedDict([
            ("res4a_branch2a", nn.Conv2d(16, 32, 3, stride=2, padding=1, bias=False)),
            ("bn4a_branch2a", nn.BatchNorm2d(32, eps=1e-3, momentum=0.01)),
            ("bn4a_branch2a_relu", nn.ReLU()),
            ("res4a_branch2b", nn.Conv2d(32, 32, 3, padding=1, bias=False)),
            ("bn4a_branch2b", nn.BatchNorm2d(32, eps=1e-3, momentum=0.01)),
        ])),
        shortcut=nn.Sequential(OrderedDict([
            ("res4a_branch1", nn.Conv2d(16, 32, 1, stride=2, bias=False)),
            ("bn4a_branch1", nn.BatchNorm2d(32, eps=1e-3, momentum=0.01)),
        ])),
        after=nn.ReLU(),
    )),
    # head: 4×4×32 -> 10
    ("avg_pool", nn.AdaptiveAvgPool2d(1)),
    ("avg_pool_flat", nn.Flatten()),
    ("fc10", nn.Linear(32, 10)),
]))

for module in model.modules():
    if isinstance(module, (nn.Conv2d, nn.Linear)):
        nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
        if module.bias is not None:
            nn.init.zeros_(module.bias)

print(sum(p.numel() for p in model.parameters()))
print(tuple(model(torch.zeros(2, 1, 14, 14)).shape))
