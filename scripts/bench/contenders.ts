import { join } from 'node:path';
import { execa } from 'execa';
import type { Contender } from './measure.ts';

/** What the checks are called in the table. */
export const CHECK = {
  fresh: 'check, fresh',
  unsandboxed: 'check, fresh, unsandboxed',
  cached: 'check, cached',
} as const;

/** As `bootstrap.mjs` starts a check, and a build. */
export const FLAGS = { check: ['--max-semi-space-size=4'], build: ['--max-semi-space-size=8'] } as const;

/** How many processes at once the floor may be best at. */
export const PARALLEL = [2, 4, 8, 16, 32] as const;

/** The floor: the same files, each under the bare interpreter, with nothing isolated, kept or compared. */
export function floor(python: string, files: readonly string[], parallel: number, folder: string): Contender {
  return {
    name: `xargs -P${parallel}`,
    command: 'xargs',
    // As it reads the names from its own stdin, its processes get /dev/null.
    words: ['-0', '-n1', `-P${parallel}`, python],
    options: { cwd: folder, input: files.join('\0') },
    silent: true,
    // 123: some of them raised, as they should.
    exits: [0, 123],
  };
}

/** The ways of checking that this version has, the default one first: what an option is worth is seen beside it. */
export async function checks(
  project: string,
  python: string,
  scripts: string,
): Promise<readonly Contender[]> {
  const script = join(scripts, 'check.ts');
  const { stdout: help } = await execa(process.execPath, [script, '--help'], { env: { COLUMNS: '200' } });
  const check = (name: string, words: readonly string[], ci: boolean): Contender => ({
    name,
    command: process.execPath,
    words: [...FLAGS.check, script, '--python', python, ...words],
    options: { cwd: project, env: { CI: ci ? 'true' : '' } },
    exits: [0],
  });
  return [
    check(CHECK.fresh, help.includes('--fresh') ? ['--fresh'] : [], true),
    // Before the unsandboxed one: only the last run of each example is cached, and an unsandboxed run is another one.
    ...(help.includes('--fresh') ? [check(CHECK.cached, [], false)] : []),
    ...(help.includes('--sandbox')
      ? [
          check(
            CHECK.unsandboxed,
            [...(help.includes('--fresh') ? ['--fresh'] : []), '--sandbox', 'off'],
            true,
          ),
        ]
      : []),
  ];
}
