/** Everything that must hold, in order, and how much of it did.  npm test */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './site.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}
interface Stage {
  readonly name: string;
  readonly commands: readonly string[];
  /** Reads the counts of a stage that runs many tests; without it the stage is one test. */
  readonly report?: (json: string) => Count;
  readonly environment?: Readonly<Record<string, string>>;
  /** There is nothing to test where the build failed. */
  readonly needsBuild?: boolean;
}

const reports = join(root, '.cache', 'reports');
const reportOf = (name: string) => join(reports, `${name}.json`);

function vitestCount(json: string): Count {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(json);
  // A file that cannot even be loaded fails as a suite without a test.
  return { passed: numPassedTests, failed: Math.max(numFailedTests, Math.min(1, numFailedTestSuites)) };
}
function playwrightCount(json: string): Count {
  const { stats, errors } = JSON.parse(json);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

const vitest = (project: string): Stage => ({
  name: project,
  commands: [
    `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${reportOf(project)}`,
  ],
  report: vitestCount,
});

const stages: readonly Stage[] = [
  { name: 'format', commands: ['biome ci --error-on-warnings .'] },
  { name: 'types', commands: ['tsc -p .', 'tsc -p src/model'] },
  { name: 'unused', commands: ['knip'] },
  vitest('unit'),
  vitest('browser'),
  { name: 'built', commands: ['tsx scripts/build.ts'] },
  { ...vitest('build'), needsBuild: true },
  { name: 'size', commands: ['size-limit'], needsBuild: true },
  {
    name: 'e2e',
    commands: ['playwright test --reporter=list,json'],
    report: playwrightCount,
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportOf('e2e') },
    needsBuild: true,
  },
];

function run({ name, commands, report, environment }: Stage): Count {
  const ok = commands
    .map((command) => {
      const { status } = spawnSync('npx', ['--no-install', ...command.split(' ')], {
        cwd: root,
        stdio: 'inherit',
        env: { ...process.env, ...environment },
        shell: process.platform === 'win32',
      });
      return status === 0;
    })
    .every(Boolean);
  const verdict = { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  if (!report) return verdict;
  try {
    const count = report(readFileSync(reportOf(name), 'utf8'));
    return ok || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch {
    // The runner died before it could report.
    return { passed: 0, failed: 1 };
  }
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
let built = true;
const total = { passed: 0, failed: 0 };
const rows: string[] = [];
for (const stage of stages) {
  console.log(`\n--- ${stage.name}`);
  const began = performance.now();
  const { passed, failed }: Count = stage.needsBuild && !built ? { passed: 0, failed: 1 } : run(stage);
  if (stage.name === 'built') built = failed === 0;
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  rows.push(`${stage.name.padEnd(8)} ${passed} passed, ${failed} failed (${seconds} s)`);
}
console.log(`\n${rows.join('\n')}\ntests: ${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
