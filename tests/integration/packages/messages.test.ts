import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test, vi } from 'vitest';
import type { Problem } from '../../../src/core/problems/problem.ts';
import { textProblem } from '../../../src/report/text.ts';
import { ledgerOf, lock, sampleWith } from '../../fixtures/package-project.ts';
import { type PackageIndex, packageIndex } from '../../fixtures/package-index.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';
import { writeWheels } from '../../fixtures/wheels.ts';

interface Case {
  readonly dependencies?: readonly string[];
  /** What happens between the lock and the check; absent: the lock itself is what fails. */
  readonly after?: (index: PackageIndex, root: string) => Promise<void>;
  /** The name of the sample. */
  readonly name?: string;
}

const LOCK = 'examples/topic/sample.requirements.txt';

/** Nothing answers at this address. */
const AWAY = 'http://127.0.0.1:9/simple';
const stub = (env: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
};

/** Removes what uv has kept of the wheels. */
const forget = ({ user }: PackageIndex): Promise<void> => rm(join(user.path, 'uv'), { recursive: true });

const CASES: Readonly<Record<string, Case>> = {
  'a package that no index has': { dependencies: ['oen'] },
  'versions that do not exist': { dependencies: ['one>=7'] },
  'dependencies that do not fit together': { dependencies: ['one<2', 'two>=1'] },
  'a condition that is none': { dependencies: ['one; on windows'] },
  'a package without a wheel': { dependencies: ['sdist'] },
  'no network': {
    after: async index => {
      await forget(index);
      await writeFile(index.settings, `index-url = "${AWAY}"\n`);
      stub({ UV_HTTP_RETRIES: '0' });
    },
  },
  'a hash that differs': {
    after: async index => {
      await forget(index);
      await writeWheels(index.folder, [{ name: 'one', files: { 'one.py': 'print("other")\n' } }]);
    },
  },
  'no wheel for this Python': {
    after: async (index, root) => {
      await rm(index.folder, { recursive: true });
      await writeWheels(index.folder, [{ name: 'one', tag: 'cp39-cp39-win32' }]);
      const text = await readFile(join(root, LOCK), 'utf8');
      await writeFile(join(root, LOCK), text.replace(/sha256:\w+/, `sha256:${'0'.repeat(64)}`));
    },
  },
  'a version that was withdrawn': {
    after: async index => {
      await rm(index.folder, { recursive: true });
      await forget(index);
      await writeWheels(index.folder, [{ name: 'one', version: '2.0' }]);
    },
  },
  'a lock without one of its packages': {
    dependencies: ['two'],
    after: async (_, root) => {
      const text = await readFile(join(root, LOCK), 'utf8');
      await writeFile(join(root, LOCK), text.replace(/^one==.*\n.*\n/m, ''));
    },
  },
  'a package that hides a module of the harness': { dependencies: ['hider'], after: async () => {} },
  'a file that hides a package': { name: 'one', after: async () => {} },
  'no uv, and no network to fetch it': {
    after: async () => stub({ PATH: '/nowhere', PIP_INDEX_URL: AWAY, PIP_NO_CACHE_DIR: '1' }),
  },
  'a full disk': {
    after: async ({ user }) => {
      const bin = join(user.path, '..', 'full');
      await mkdir(bin);
      const script = '[ "$1" = --version ] && echo "uv 0.13.9" && exit 0';
      const words = 'error: Failed to install: one-1.0.whl\n  cause: No space left on device (os error 28)';
      await writeFile(join(bin, 'uv'), `#!/bin/sh\n${script}\nprintf '%s\\n' '${words}' >&2\nexit 2\n`);
      await chmod(join(bin, 'uv'), 0o755);
      stub({ PATH: `${bin}:${process.env.PATH}` });
    },
  },
};

test.for(Object.entries(CASES))(
  'the message about %s',
  async ([title, { dependencies = ['one'], name, after }]) => {
    const index = await packageIndex([
      { name: 'one' },
      { name: 'two', requires: ['one>=2'] },
      { name: 'two', version: '0.9', requires: ['one'] },
      { name: 'hider', files: { 'sitecustomize.py': '' } },
    ]);
    await writeFile(join(index.folder, 'sdist-1.0.tar.gz'), '');
    const text = sampleWith(dependencies, 'print(1)\n', '# requires-python = ">=3.11"\n');
    const root = await project({ [`topic/${name ?? 'sample'}.py`]: text });
    const [result] = await lock(root);
    let problems: readonly Problem[] = result?.kind === 'failed' ? result.problems : [];
    if (after !== undefined) {
      expect(result).toMatchObject({ kind: 'written' });
      await after(index, root);
      problems = (await ledgerOf(root)).entries.flatMap(each => each.problems);
    }
    const { version, path } = await interpreter();
    const shown = stripVTControlCharacters(problems.map(textProblem).join('\n\n'))
      .replaceAll(version, '3.13.0')
      .replaceAll(/`cp3\d+t?`/g, '`cp313`')
      .replaceAll(path, '/usr/bin/python3')
      .replaceAll(index.folder, '/wheels')
      .replaceAll(/sha256:(?!0{64})[0-9a-f]{64}/g, 'sha256:…');
    const file = `tests/fixtures/problems/installing/${title.replaceAll(/[ ,]+/g, '-')}.txt`;
    expect(problems.map(({ remedy }) => remedy)).toEqual([expect.stringMatching(/./)]);
    await expect(`${shown}\n`).toMatchFileSnapshot(resolve(file));
  },
);
