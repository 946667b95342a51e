import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { CACHE_PATHS } from '../../../src/runner/files/state-paths.ts';
import { emptyEnvironment, harnessFolder } from '../../../src/runner/python/python-environment.ts';
import { CPYTHON } from '../../fixtures/examples.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

describe('an empty environment', () => {
  test('is a Python of that version, with nothing installed', async () => {
    const python = await emptyEnvironment(await interpreter(), { path: await temporaryFolder() });
    const { stdout } = await execa(python, [
      '-c',
      'import platform, importlib.metadata as m; print(platform.python_version(), list(m.distributions()))',
    ]);
    expect(stdout).toBe(`${(await interpreter()).version} []`);
  });

  test('has the compiled harness beside it, which imports no slow module', async () => {
    const python = await emptyEnvironment(await interpreter(), { path: await temporaryFolder() });
    const { stdout } = await execa(
      python,
      [
        '-s',
        '-c',
        'import sys; print(sys.modules["sitecustomize"].__cached__, [name for name in ("enum", ' +
          '"functools", "re", "resource", "signal") if name in sys.modules])',
      ],
      {
        env: { PYTHONPATH: harnessFolder(python), VERBATIM_REPORT_FD: '3' },
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      },
    );
    const [cached, ...modules] = stdout.split(' ');
    expect(modules.join(' ')).toBe('[]');
    expect((await stat(cached as string)).isFile()).toBe(true);
  });

  test('is made once', async () => {
    const root = await temporaryFolder();
    const first = await emptyEnvironment(await interpreter(), { path: root });
    const made = (await stat(join(first, '..', '..', 'pyvenv.cfg'))).mtimeMs;
    expect(await emptyEnvironment(await interpreter(), { path: root })).toBe(first);
    expect((await stat(join(first, '..', '..', 'pyvenv.cfg'))).mtimeMs).toBe(made);
  });

  test('is made once if several ask for it at the same time, and nothing is left beside it', async () => {
    const root = await temporaryFolder();
    const log = join(root, 'log');
    const used = { ...(await interpreter()), path: join(root, 'counts') };
    await writeFile(used.path, `#!/bin/sh\necho "$*" >> ${log}\nexec ${(await interpreter()).path} "$@"\n`);
    await chmod(used.path, 0o755);
    const pythons = await Promise.all([1, 2, 3].map(() => emptyEnvironment(used, { path: root })));
    expect(new Set(pythons).size).toBe(1);
    expect(await readdir(join(root, CACHE_PATHS.python))).toHaveLength(1);
    expect((await readFile(log, 'utf8')).match(/-m venv/g)).toHaveLength(1);
    expect((await execa(pythons[0] as string, ['-c', 'print(1)'])).stdout).toBe('1');
  });

  test('that cannot be made is an error with exit code 3, and leaves nothing behind', async () => {
    const root = await temporaryFolder();
    const path = join(root, 'without-venv');
    await writeFile(path, '#!/bin/sh\necho "No module named venv" >&2\nexit 1\n');
    await chmod(path, 0o755);
    await expect(emptyEnvironment({ ...CPYTHON, path }, { path: root })).rejects.toMatchObject({
      exitCode: 3,
      problems: [
        {
          file: path,
          title: 'It cannot make a virtual environment: No module named venv',
          remedy:
            'Install its venv module (apt-get install python3-venv), or name another interpreter: ' +
            '--python PATH',
        },
      ],
    });
    expect(await readdir(join(root, CACHE_PATHS.python))).toEqual([]);
  });
});
