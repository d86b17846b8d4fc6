/**
 * The experiment: everything a run depends on, as plain data. One table of fields gives ranges, defaults, permalink
 * keys and (through the same names in `i18n`) labels; the type, the lenient reader and the strict check follow from it.
 */

export interface NumberField {
  readonly kind: 'number';
  /** Short name in a permalink. */
  readonly key: string;
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  /** Sliders of a logarithmic field move in decades. */
  readonly log: boolean;
  readonly default: number;
}
export interface ChoiceField<C extends string = string> {
  readonly kind: 'choice';
  readonly key: string;
  readonly options: readonly C[];
  readonly default: C;
}
interface SwitchField {
  readonly kind: 'switch';
  readonly key: string;
  readonly default: boolean;
}
export type Field = NumberField | ChoiceField | SwitchField;

const count = (key: string, min: number, max: number, byDefault: number): NumberField => ({
  kind: 'number',
  key,
  min,
  max,
  integer: true,
  log: false,
  default: byDefault,
});
const real = (key: string, min: number, max: number, byDefault: number, log = false): NumberField => ({
  kind: 'number',
  key,
  min,
  max,
  integer: false,
  log,
  default: byDefault,
});
const choice = <const C extends string>(key: string, options: readonly C[], byDefault: NoInfer<C>): ChoiceField<C> => ({
  kind: 'choice',
  key,
  options,
  default: byDefault,
});

/** The data sets that everybody has; `own` is the reader's, and lies beside the experiment, never in it. */
export const givenDatasets = ['fashion', 'digits', 'spiral', 'rings', 'identity'] as const;

/** What the arms of one comparison always share: the data, the batches and the seeds. */
export const commonFields = {
  dataset: choice('data', [...givenDatasets, 'own'], 'fashion'),
  batch: count('batch', 1, 256, 64),
  steps: count('steps', 1, 2000, 300),
} as const;

/** What an arm may set for itself. `depth` counts trunk weight layers and is a multiple of `layersPerUnit`. */
export const armFields = {
  width: count('width', 1, 64, 24),
  depth: count('depth', 1, 100, 20),
  layersPerUnit: count('k', 1, 3, 2),
  order: choice('order', ['pre', 'post'], 'pre'),
  activation: choice('act', ['relu', 'tanh', 'sigmoid', 'linear'], 'relu'),
  normalization: choice('norm', ['none', 'batch', 'layer'], 'none'),
  finalNorm: { kind: 'switch', key: 'fnorm', default: false },
  initializer: choice('init', ['he', 'glorot', 'lecun', 'orthogonal', 'normal', 'identity'], 'glorot'),
  /** Multiplies every initial trunk kernel. */
  gain: real('gain', 0.01, 10, 1, true),
  /** Standard deviation of `normal`, and of the noise around the identity matrix of `identity`. */
  spread: real('sd', 0.0001, 2, 0.1, true),
  /** lambda: what the shortcut is multiplied by. 0 is the plain network. */
  shortcutScale: real('lambda', -2, 2, 1),
  /** alpha: what the branch is multiplied by, or how it starts. */
  branchScale: choice('branch', ['one', 'sqrt', 'units', 'zero', 'learned'], 'one'),
  optimizer: choice('opt', ['sgd', 'momentum', 'adam', 'adamw'], 'momentum'),
  rate: real('lr', 0.000001, 10, 0.01, true),
  decay: real('wd', 0, 10, 0),
} as const satisfies Record<string, Field>;

export const fields = { ...commonFields, ...armFields };

type ValueOf<F> = F extends ChoiceField<infer C> ? C : F extends SwitchField ? boolean : number;
type Values<T> = { -readonly [K in keyof T]: ValueOf<T[K]> };

type CommonSettings = Values<typeof commonFields>;
export type ArmSettings = Values<typeof armFields>;
export type Settings = CommonSettings & ArmSettings;
export type FieldName = keyof Settings;
export type ArmFieldName = keyof ArmSettings;
export type Dataset = Settings['dataset'];
export type GivenDataset = (typeof givenDatasets)[number];

/** One side of a comparison: a name, and the settings in which it differs from the experiment's own. */
export interface Arm {
  readonly name: string;
  readonly overrides: Partial<ArmSettings>;
}
export interface Experiment extends Readonly<Settings> {
  readonly arms: readonly Arm[];
  readonly seeds: readonly number[];
}

export const limits = { arms: 4, seeds: 20, seedMax: 4_294_967_295, nameLength: 24 } as const;

export const defaultArms: readonly Arm[] = [
  { name: 'plain', overrides: { shortcutScale: 0 } },
  { name: 'residual', overrides: { shortcutScale: 1 } },
];

const defaultsOf = <T extends Record<string, Field>>(table: T): Values<T> =>
  Object.fromEntries(Object.entries(table).map(([name, field]) => [name, field.default])) as Values<T>;

/** The experiment of an empty link: the home page's own. */
export const defaultExperiment: Experiment = {
  ...defaultsOf(commonFields),
  ...defaultsOf(armFields),
  arms: defaultArms,
  seeds: [1, 2, 3],
};

/** The nearest value that the field allows. NaN has no nearest value and gives the default. */
export function clampNumber(field: NumberField, asked: number): number {
  if (Number.isNaN(asked)) return field.default;
  const inside = Math.min(field.max, Math.max(field.min, asked));
  return field.integer ? Math.round(inside) : inside;
}

/** The nearest depth that is made of whole units. */
export function wholeDepth(depth: number, layersPerUnit: number): number {
  const most = Math.floor(armFields.depth.max / layersPerUnit) * layersPerUnit;
  return Math.min(most, Math.max(layersPerUnit, Math.round(depth / layersPerUnit) * layersPerUnit));
}

/** The settings that one arm trains with; its depth is made of whole units. */
export function settingsOf(experiment: Experiment, arm: Arm): Settings {
  const { arms: _arms, seeds: _seeds, ...common } = experiment;
  const merged = { ...common, ...arm.overrides };
  return { ...merged, depth: wholeDepth(merged.depth, merged.layersPerUnit) };
}

const isFieldName = (name: string): name is FieldName => Object.hasOwn(fields, name);
export const isArmFieldName = (name: string): name is ArmFieldName => Object.hasOwn(armFields, name);
export const fieldNames = Object.keys(fields).filter(isFieldName);
export const armFieldNames = Object.keys(armFields).filter(isArmFieldName);

const allows = (field: Field, value: unknown): boolean => {
  if (field.kind === 'switch') return typeof value === 'boolean';
  if (field.kind === 'choice') return field.options.some((option) => option === value);
  if (typeof value !== 'number' || (field.integer && !Number.isInteger(value))) return false;
  return value >= field.min && value <= field.max;
};

type Table = Readonly<Record<string, unknown>>;
const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isArm = (value: unknown): value is Arm => {
  if (!isTable(value) || Object.keys(value).length !== 2) return false;
  const { name, overrides } = value;
  return (
    typeof name === 'string' &&
    name.length > 0 &&
    name.length <= limits.nameLength &&
    isTable(overrides) &&
    Object.entries(overrides).every(
      ([key, own]) => isArmFieldName(key) && (own === undefined || allows(armFields[key], own)),
    )
  );
};

/** The list holds from one to `most` things of a kind. */
const isListOf = <T>(value: unknown, most: number, isOne: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.length > 0 && value.length <= most && value.every(isOne);

const isSeed = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= limits.seedMax;

/**
 * Whether a value from outside is an experiment, every number within its range. Strict: for what other programs write
 * (files, messages). Links go through the lenient `permalink.ts` first.
 */
export function isExperiment(value: unknown): value is Experiment {
  if (!isTable(value)) return false;
  const { arms, seeds, ...settings } = value;
  return (
    Object.keys(settings).length === fieldNames.length &&
    fieldNames.every((name) => allows(fields[name], settings[name])) &&
    isListOf(arms, limits.arms, isArm) &&
    isListOf(seeds, limits.seeds, isSeed) &&
    new Set(seeds).size === seeds.length
  );
}
