/** Finds optional dependencies that the lock file names but does not hold: `npm ci` refuses such a file on other platforms. */

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
export interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

/** Where Node would look for a dependency of the package at `path`: inside it, then in each folder above. */
function* places(path: string, dependency: string): Generator<string> {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    yield `${at ? `${at}/` : ''}node_modules/${dependency}`;
    if (!at) return;
  }
}

/** One line for each missing package; empty when the file is whole. */
export const missingOptionals = ({ packages }: Lock): string[] =>
  Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([dependency]) => ![...places(path, dependency)].some((place) => place in packages))
      .map(([dependency, range]) => `${dependency}@${range}, wanted by ${path}`),
  );
