import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

const PROJECT = process.cwd();

/** A copy of this project with the content and the examples of a fixture, in a folder of its own. */
export interface SiteCopy {
  readonly root: string;
  readonly dist: string;
  /** Runs a script of the copy as its npm script would; stderr and stdout together, without colours. */
  readonly run: (script: string, words?: readonly string[], env?: Readonly<Record<string, string>>) => Promise<{ readonly exitCode: number | undefined; readonly text: string }>;
  readonly remove: () => Promise<void>;
}

export async function copySite(fixture: string): Promise<SiteCopy> {
  const root = await mkdtemp(join(tmpdir(), 'verbatim-site-'));
  for (const part of ['src', 'scripts', 'package.json', 'astro.config.mjs', 'tsconfig.json']) await cp(join(PROJECT, part), join(root, part), { recursive: true });
  for (const part of ['content', 'examples']) await cp(join(PROJECT, fixture, part), join(root, part), { recursive: true });
  await symlink(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  return {
    root,
    dist: join(root, 'dist'),
    run: async (script, words = [], env = {}) => {
      const { exitCode, all } = await execa(process.execPath, [`scripts/${script}.ts`, ...words], { cwd: root, reject: false, all: true, stdin: 'ignore', env: { NO_COLOR: '1', CI: '', ...env } });
      return { exitCode, text: all };
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
