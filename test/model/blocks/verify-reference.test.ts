import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const verify = (...files: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/verify-reference.ts', ...files], {
    cwd: root,
    encoding: 'utf8',
  });
const folder = mkdtempSync(join(tmpdir(), 'blocks-'));
afterAll(() => rmSync(folder, { recursive: true }));
const blocks = ['identity', 'convolutional'].map((kind) => `test/reference/blocks/${kind}-block.json`);

describe('npm run verify-reference, with blocks', () => {
  it('has a row of its own for each, between those of networks', () => {
    const { status, stdout } = verify(...blocks, 'test/reference/plain-relu.json');
    expect(status).toBe(0);
    const rows = stdout.trim().split('\n');
    expect(rows[0]).toMatch(/^identity-block\.json +layers \d\.\de-\d+ {2}ok/);
    expect(rows[1]).toMatch(/^convolutional-block\.json +layers \d\.\de-\d+ {2}ok/);
    expect(rows[2]).toMatch(/^plain-relu\.json +fused \d\.\de-\d+ {2}tape \d\.\de-\d+ {2}ok/);
  }, 60_000);

  it('fails with a sentence on a case that is wrong or malformed', () => {
    const text = readFileSync(join(root, blocks[0] ?? ''), 'utf8');
    const wrong = join(folder, 'wrong.json');
    writeFileSync(wrong, text.replace(/"inputGradNorm": [\d.e-]+/, '"inputGradNorm": 1'));
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"format": "block-reference/1", "name": 3}');
    const { status, stdout, stderr } = verify(wrong, broken);
    expect(status).toBe(1);
    expect(stdout).toMatch(/wrong\.json +layers \d\.\de-\d+ {2}FAILED {2}inputGradNorm\[0\]/);
    expect(stdout).toMatch(/broken\.json +- {2}FAILED {2}unreadable/);
    expect(stderr).toContain('broken.json: name is not as block-reference/1 has it.');
    expect(stderr).not.toContain('    at ');
  }, 60_000);
});
