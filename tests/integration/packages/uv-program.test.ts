import { spawnSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { OWNER } from '../../../src/runner/files/process-tag.ts';
import { findUv } from '../../../src/runner/packages/uv-program.ts';
import { accept, lock, sampleWith, verdictsOf } from '../../fixtures/package-project.ts';
import { packageIndex } from '../../fixtures/package-index.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

/** A folder with a program. */
async function folderWith(name: string, script: string): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return folder;
}

describe('uv', () => {
  test('is the first on the PATH that is new enough and answers', async () => {
    const folders = await Promise.all([
      folderWith('uv', 'echo "uv 0.4.1"'),
      folderWith('uv', 'exit 1'),
      folderWith('uv', 'echo "something else"'),
      folderWith('uv', 'echo "uv 0.11.2 (abc 2026-01-01)"'),
      folderWith('uv', 'echo "uv 1.0.0"'),
    ]);
    vi.stubEnv('PATH', folders.join(':'));
    const path = await temporaryFolder();
    expect(await findUv(await interpreter(), { path })).toEqual({ value: join(folders[3] ?? '', 'uv') });
  });

  test('is asked of pip if there is none, and a Python without pip has a message that says how to get one', async () => {
    vi.stubEnv('PATH', '/nowhere');
    const own = join(await folderWith('python3', 'echo "ensurepip is not available" >&2; exit 1'), 'python3');
    const path = await temporaryFolder();
    expect(await findUv({ ...(await interpreter()), path: own }, { path })).toEqual({
      problems: [
        {
          file: own,
          title:
            'Samples have packages. uv, which installs them, is missing, and this Python has no pip to fetch it.',
          detail: '    ensurepip is not available',
          remedy: 'Install uv (https://docs.astral.sh/uv/), or on Debian: apt-get install python3-venv',
        },
      ],
    });
    expect(await readdir(join(path, 'uv'))).toEqual([]);
  });

  test('and pip run nothing of the checkout', async () => {
    vi.stubEnv('PATH', '/nowhere');
    vi.stubEnv('PIP_INDEX_URL', 'http://127.0.0.1:9/simple');
    vi.stubEnv('PIP_NO_CACHE_DIR', '1');
    const checkout = await temporaryFolder({ 'pip/__main__.py': 'open("called", "w")', 'pip.py': '' });
    vi.spyOn(process, 'cwd').mockReturnValue(checkout);
    const { problems } = await findUv(await interpreter(), { path: await temporaryFolder() });
    expect(problems?.map(({ title }) => title)).toEqual([
      'Samples have packages. uv, which installs them, is missing, and cannot be fetched.',
    ]);
    expect((await readdir(checkout)).sort()).toEqual(['pip', 'pip.py']);
  });
});

test('what a killed command has left of packages is removed, and they are installed', async () => {
  const { user } = await packageIndex([{ name: 'one' }]);
  const root = await project({
    'topic/sample.py': sampleWith(['one'], 'import one\n\nprint(one.VERSION)\n'),
  });
  await lock(root);
  const { pid } = spawnSync('true');
  const dead = OWNER.replace(/^pid\d+/, `pid${pid}`);
  const left = join(user.path, 'packages', `0123456789abcdef-${dead}-x7Qm2a`);
  await mkdir(join(left, 'one'), { recursive: true });
  expect(await accept(root)).toEqual([]);
  expect(await verdictsOf(root)).toEqual({ 'topic/sample': ['verified'] });
  expect(await readdir(join(user.path, 'packages'))).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
});
