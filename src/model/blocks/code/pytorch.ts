/** A block or network as a script for PyTorch; it prints the number of trained parameters and the output's shape. */
import type { Block, Network } from '../graph.ts';
import type { Trace } from '../trace.ts';
import { type Initializer, type Line, oneLine, type Part, partsOf, quoted, type Statement } from './listing.ts';
import { modulesOf } from './pytorchModules.ts';

/**
 * The same function as the Keras code with the same weights.
 * @throws {Error} for a graph with a problem
 */
export function pytorch(graph: Block | Network, trace: Trace, initializer: Initializer = 'he'): Line[] {
  const parts = partsOf(graph, trace);
  const kinds = new Set(parts.flatMap(({ statements }) => statements.map(({ layer }) => layer.kind)));
  const init =
    initializer === 'he' ? 'kaiming_normal_(module.weight, nonlinearity="relu")' : 'xavier_uniform_(module.weight)';
  const [height, width, channels] = trace.input;
  const plain = (lines: readonly string[]): Line[] => lines.map((text) => ({ text }));
  return [
    ...plain(['from collections import OrderedDict', '', 'import torch', 'from torch import nn', '']),
    ...plain(kinds.has('add') ? residual : []),
    ...plain(kinds.has('padded') ? padded : []),
    ...plain(kinds.has('flatten') ? channelsLast : []),
    { text: '' },
    { text: 'model = nn.Sequential(OrderedDict([' },
    ...parts.flatMap((part) => [{ text: `    # ${oneLine(part.heading)}` }, ...partLines(part)]),
    ...plain([
      ']))',
      '',
      'for module in model.modules():',
      '    if isinstance(module, (nn.Conv2d, nn.Linear)):',
      `        nn.init.${init}`,
      '        if module.bias is not None:',
      '            nn.init.zeros_(module.bias)',
      '',
      'print(sum(p.numel() for p in model.parameters()))',
      `print(tuple(model(torch.zeros(2, ${channels}, ${height}, ${width})).shape))`,
    ]),
  ];
}

function partLines({ block, statements }: Part): Line[] {
  const add = statements.find(({ layer }) => layer.kind === 'add');
  if (!block || !add) return entries(statements, 1);
  const inMain = new Set(block.main.map(({ name }) => name));
  const main = statements.filter(({ layer }) => inMain.has(layer.name));
  const shortcut = statements.filter(({ to }) => to === 'shortcut');
  const after = statements[statements.indexOf(add) + 1];
  return [
    { text: `    (${quoted(block.name)}, Residual(`, layer: add.layer.name },
    ...path('main', main, add.layer.name),
    ...path('shortcut', shortcut, add.layer.name),
    after ? { text: '        after=nn.ReLU(),', layer: after.layer.name } : { text: '        after=nn.Identity(),' },
    { text: '    )),' },
  ];
}

function path(name: string, statements: readonly Statement[], add: string): Line[] {
  if (statements.length === 0) return [{ text: `        ${name}=nn.Identity(),`, layer: add }];
  const open = { text: `        ${name}=nn.Sequential(OrderedDict([` };
  return [open, ...entries(statements, 3), { text: '        ])),' }];
}

const entries = (statements: readonly Statement[], depth: number): Line[] =>
  statements.flatMap(({ layer, input }) =>
    modulesOf(layer, input).map(({ name, module }) => ({
      text: `${'    '.repeat(depth)}(${quoted(name)}, ${module}),`,
      layer: layer.name,
    })),
  );

const residual = `
class Residual(nn.Module):
    def __init__(self, main, shortcut, after):
        super().__init__()
        self.main = main
        self.shortcut = shortcut
        self.after = after

    def forward(self, x):
        return self.after(self.main(x) + self.shortcut(x))
`.split('\n');

const padded = `
class PaddedShortcut(nn.Module):
    def __init__(self, missing, stride):
        super().__init__()
        self.missing = missing
        self.stride = stride

    def forward(self, x):
        kept = x[:, :, :: self.stride, :: self.stride]
        return nn.functional.pad(kept, (0, 0, 0, 0, 0, self.missing))
`.split('\n');

// Keras flattens with the channels last, so the weights behind it are in that order.
const channelsLast = `
class ChannelsLast(nn.Module):
    def forward(self, x):
        return x.permute(0, 2, 3, 1)
`.split('\n');
