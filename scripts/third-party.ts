/** Writes THIRD_PARTY.md: everything that the course ships or needs to run, with its licence.  npm run notices */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './site.ts';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

/** Where a package keeps its licence, if it does. */
const licenceFile = (folder: string) => readdirSync(folder).find((name) => /^(licen[cs]e|copying)([.-]|$)/i.test(name));

const introduction = `# Third-party notices

Residual Lab is built from the packages below, each under its own licence. What is bundled into the course is a part of
them. The list follows package-lock.json and is written by \`npm run notices\`; a test fails when it is out of date.

## Data and fonts

- **Fashion-MNIST** (Han Xiao, Kashif Rasul, Roland Vollgraf 2017), reduced to 14 x 14 pixels by scripts/make_fashion14.mjs.
  MIT, copyright 2017 Zalando SE. The licence text lies beside the data: data/FASHION-MNIST-LICENSE.txt.
- **Inter** (the Inter Project Authors), by way of @fontsource-variable/inter. SIL Open Font License 1.1.
- **KaTeX fonts** (Khan Academy and other contributors), by way of katex. MIT.
`;

/** The notices as text, from the lock file and the installed packages. */
export function notices(): string {
  const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  );
  const shipped = Object.entries(lock.packages)
    .filter(([path, { dev, optional, devOptional }]) => path && !dev && !optional && !devOptional)
    .map(([path, { version = '', license = 'see its text' }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      license,
      folder: join(root, path),
    }))
    .filter(({ name }) => !name.startsWith('@types/'))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'));

  const holders = new Map<string, string[]>();
  for (const { name, version, folder } of shipped) {
    const file = existsSync(folder) ? licenceFile(folder) : undefined;
    if (!file) continue;
    const text = readFileSync(join(folder, file), 'utf8')
      .replaceAll('\r\n', '\n')
      .replace(/[ \t]+$/gm, '')
      .trim();
    holders.set(text, [...(holders.get(text) ?? []), `${name} ${version}`]);
  }
  return [
    introduction,
    '## Packages\n',
    '| package | version | licence |\n|---|---|---|',
    ...shipped.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`),
    '\n## Licence texts\n',
    ...[...holders].map(([text, names]) => `### ${names.join(', ')}\n\n\`\`\`text\n${text}\n\`\`\`\n`),
  ].join('\n');
}

export const noticesFile = join(root, 'THIRD_PARTY.md');
if (process.argv[1] === import.meta.filename) writeFileSync(noticesFile, notices());
