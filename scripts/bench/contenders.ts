import { join } from 'node:path';
import type { Contender } from './measure.ts';

/** Flags of Node with which `bootstrap.mjs` starts a build. */
export const BUILD_FLAGS = ['--max-semi-space-size=8'];

/** How many processes at once the bare interpreter may be fastest with. */
const PARALLEL = [2, 4, 8, 16, 32];

/** The floor, one contender for each number of processes: the bare interpreter on the same files. */
export function bareRuns(python: string, files: readonly string[], folder: string): readonly Contender[] {
  return PARALLEL.map(parallel => ({
    name: `xargs -P${parallel}`,
    command: 'xargs',
    // xargs reads the names from its stdin, so the examples get /dev/null.
    args: ['-0', '-n1', `-P${parallel}`, python],
    options: { cwd: folder, input: files.join('\0') },
    // 123: some examples raise, as they should.
    exitCodes: [0, 123],
  }));
}

/** Checks of a project that run every example, in the sandbox and without it. */
export function checks(project: string, python: string, scripts: string): readonly Contender[] {
  const check = (name: string, sandbox: string): Contender => ({
    name,
    command: process.execPath,
    args: [join(scripts, 'check.ts'), '--python', python, '--fresh', '--sandbox', sandbox],
    options: { cwd: project, env: { CI: 'true' } },
    exitCodes: [0],
  });
  return [check('check, sandboxed', 'required'), check('check, not sandboxed', 'off')];
}
