/** The Pythons of this machine. */
import { spawnSync } from 'node:child_process';

const candidates = [process.env.PYTHON, 'python3', '/usr/bin/python3', 'python'].filter((one) => one !== undefined);
const first = (order: string): string | undefined =>
  candidates.find((command) => spawnSync(command, ['-c', order]).status === 0);

/** The first one that has what the exported script needs. */
export const pythonWithTorch = first('import numpy, torch');
/** The first one that runs at all. */
export const anyPython = pythonWithTorch ?? first('pass');
/** Why a test did not run, for its name. */
export const unlessTorch = pythonWithTorch ? '' : ' (not run: no Python with numpy and torch was found)';
