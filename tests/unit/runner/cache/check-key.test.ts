import { appendFile, chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Asked, checkKey } from '../../../../src/runner/cache/check-key.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

/** A project, with what looks like an interpreter. */
async function asked(): Promise<Asked> {
  const root = await temporaryFolder({
    'examples/topic/sample.py': 'print(1)\n',
    'examples/topic/sample.out': '1\n',
    'content/topic/article.mdx': 'Text.\n',
    'package-lock.json': '{}',
    'bin/python3': '\u007fELF',
    'bin/python3.12': '\u007fELF 12',
  });
  return { root, examples: 'examples', pythons: [], sandbox: 'auto' };
}

const ENV = ({ root }: Asked): NodeJS.ProcessEnv => ({ PATH: join(root, 'bin'), HOME: root });

describe('the key of a check', () => {
  test('is the same while nothing changes', async () => {
    const check = await asked();
    const key = await checkKey(check, ENV(check));
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await checkKey(check, ENV(check))).toBe(key);
  });

  test.for([
    ['a source', ({ root }) => writeFile(join(root, 'examples/topic/sample.py'), 'print(2)\n')],
    ['a recording', ({ root }) => writeFile(join(root, 'examples/topic/sample.out'), '2\n')],
    ['a recording that is gone', ({ root }) => rm(join(root, 'examples/topic/sample.out'))],
    [
      'a file that is new, even an empty one',
      ({ root }) => writeFile(join(root, 'examples/topic/other.txt'), ''),
    ],
    ['a folder that is new', ({ root }) => mkdir(join(root, 'examples/other'))],
    ['an article', ({ root }) => writeFile(join(root, 'content/topic/article.mdx'), 'Other text.\n')],
    ['a file that an article may name', ({ root }) => writeFile(join(root, 'picture.png'), '')],
    ['the lockfile', ({ root }) => writeFile(join(root, 'package-lock.json'), '{ }')],
    ['an interpreter', ({ root }) => appendFile(join(root, 'bin/python3'), '2')],
    ['an interpreter that is new', ({ root }) => writeFile(join(root, 'bin/python3.13'), '\u007fELF 13')],
  ] as readonly [string, (check: Asked) => Promise<void>][])('changes with %s', async ([, change]) => {
    const check = await asked();
    const key = await checkKey(check, ENV(check));
    await change(check);
    const changed = await checkKey(check, ENV(check));
    expect(changed).toMatch(/^[0-9a-f]{64}$/);
    expect(changed).not.toBe(key);
  });

  test('changes with what is asked: the sandbox, interpreters, the project', async () => {
    const check = await asked();
    const [env, other] = [ENV(check), await asked()];
    const python = join(check.root, 'bin/python3.12');
    const keys = await Promise.all([
      checkKey(check, env),
      checkKey({ ...check, sandbox: 'off' }, env),
      checkKey({ ...check, pythons: ['3.12'] }, env),
      checkKey({ ...check, pythons: [python] }, env),
      checkKey(check, { ...env, PYTHON: python }),
      checkKey(other, ENV(other)),
    ]);
    expect(new Set(keys).size).toBe(6);
  });

  test.for([
    ['a link among the examples', ({ root }) => symlink('sample.py', join(root, 'examples/topic/link.py'))],
    [
      'a change that was interrupted',
      async ({ root }) => {
        await mkdir(join(root, '.verbatim/changes'), { recursive: true });
        await writeFile(join(root, '.verbatim/changes/journal.json'), '[]');
      },
    ],
    [
      'a script in the place of an interpreter',
      async ({ root }) => {
        for (const name of ['python3', 'python3.12']) await writeFile(join(root, 'bin', name), '#!/bin/sh\n');
        await chmod(join(root, 'bin/python3'), 0o755);
      },
    ],
    ['no folder of examples', ({ root }) => rm(join(root, 'examples'), { recursive: true })],
  ] as readonly [string, (check: Asked) => Promise<void>][])(
    'is none where there is %s: only a check itself can tell',
    async ([, change]) => {
      const check = await asked();
      await change(check);
      expect(await checkKey(check, ENV(check))).toBeUndefined();
    },
  );
});
