import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../src/core/problems/problem.ts';
import { findInterpreters } from '../../../src/runner/python/find-interpreters.ts';
import { fakeInterpreter } from '../../fixtures/fake-interpreter.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

const REMEDY =
  'Install CPython 3.11 or newer (apt-get install python3), or name one: --python /path/to/python3';

describe('an interpreter is found', () => {
  test('without a name: every final CPython, newest first, free-threaded builds last', async () => {
    const found = await findInterpreters([]);
    expect(found.map(({ gil }) => gil)).toEqual(
      found.map(({ gil }) => gil).toSorted((a, b) => Number(b) - Number(a)),
    );
    const versions = found
      .filter(({ gil }) => gil)
      .map(({ version }) => version.split('.').map(Number) as [number, number, number]);
    expect(versions.every(([major, minor]) => major === 3 && minor >= 9)).toBe(true);
    expect(versions).toEqual(versions.toSorted((a, b) => b[1] - a[1] || b[2] - a[2]));
    expect(new Set(found.map(({ path }) => path)).size).toBe(found.length);
  });

  test('by its path', async () => {
    const newest = await interpreter();
    expect(await findInterpreters([newest.path])).toMatchObject([newest]);
    expect(newest.build.startsWith(newest.version)).toBe(true);
  });

  test('by its version, whole or without the patch', async () => {
    const newest = await interpreter();
    expect(await findInterpreters([newest.version])).toMatchObject([{ version: newest.version }]);
    expect(await findInterpreters([newest.version.split('.').slice(0, 2).join('.')])).toMatchObject([
      { version: newest.version },
    ]);
  });

  test('by the variable PYTHON, unless another is named', async () => {
    const newest = await interpreter();
    expect(await findInterpreters([], { PYTHON: newest.path, PATH: '' })).toMatchObject([newest]);
    expect(await findInterpreters([newest.path], { PYTHON: '/nowhere/python', PATH: '' })).toMatchObject([
      newest,
    ]);
  });

  test('on PATH: the real binary, not a shim that comes before it', async () => {
    const { folder, shim } = await machine();
    await link(await realBinary(), join(folder, 'bin', 'python3'));
    const [found, ...others] = await findInterpreters([], {
      PATH: `${dirname(shim)}:${join(folder, 'bin')}`,
      HOME: folder,
    });
    expect(found?.path).toBe(join(folder, 'bin', 'python3'));
    expect(others).toEqual([]);
  });

  test('behind a shim if there is nothing else: the binary that it starts', async () => {
    const { folder, shim } = await machine();
    const [found] = await findInterpreters([], { PATH: dirname(shim), HOME: folder });
    expect(found?.path).toBe(await realBinary());
  });

  test.for([
    ['broken', (path: string) => writeFile(path, '\u007fELF?', { mode: 0o755 })],
    ['without the right to start it', (path: string) => writeFile(path, 'x', { mode: 0o644 })],
    ['unreadable', (path: string) => writeFile(path, 'x', { mode: 0 })],
    ['of another kind', (path: string) => link('/bin/sleep', path)],
    ['a folder', (path: string) => mkdir(path)],
    ['a pipe', (path: string) => execa('mkfifo', [path])],
    ['a link to itself', (path: string) => symlink(path, path)],
    ['of a shell that is not there', (path: string) => writeFile(path, '#!/nowhere/sh\n', { mode: 0o755 })],
  ] as const)('behind one on PATH that is %s, as a binary and as a shim', async ([, make]) => {
    const { folder, shim } = await machine();
    await mkdir(join(folder, 'odd'));
    await make(join(folder, 'odd/python3'));
    await link(await realBinary(), join(folder, 'only/python'));
    for (const [good, path] of [
      [join(folder, 'only'), join(folder, 'only/python')],
      [dirname(shim), await realBinary()],
    ] as const)
      expect(
        await findInterpreters([], { PATH: `${join(folder, 'odd')}:/nowhere::${good}`, HOME: folder }),
      ).toMatchObject([{ path }]);
  });

  test('behind a shim if no binary has the version that is asked for', async () => {
    const { folder } = await machine();
    await link(await realBinary(), join(folder, 'bin/python3'));
    const shim = await fakeInterpreter({ version: '3.99.0' });
    const env = { PATH: `${join(folder, 'bin')}:${dirname(shim)}`, HOME: folder };
    expect(await findInterpreters(['3.99'], env)).toMatchObject([{ path: shim, version: '3.99.0' }]);
    expect(await findInterpreters([], env)).toMatchObject([{ path: join(folder, 'bin/python3') }]);
  });

  test('among those of pyenv and of uv', async () => {
    const { folder } = await machine();
    await link(await realBinary(), join(folder, '.pyenv', 'versions', '3.99.0', 'bin', 'python3'));
    expect(await findInterpreters([], { PATH: '', HOME: folder })).toMatchObject([
      { path: join(folder, '.pyenv', 'versions', '3.99.0', 'bin', 'python3') },
    ]);
    await link(await realBinary(), join(folder, 'uv', 'cpython-3.99', 'bin', 'python3'));
    expect(
      await findInterpreters([], { PATH: '', HOME: '/nowhere', UV_PYTHON_INSTALL_DIR: join(folder, 'uv') }),
    ).toMatchObject([{ path: join(folder, 'uv', 'cpython-3.99', 'bin', 'python3') }]);
  });

  test('once, however often it is named', async () => {
    const { path } = await interpreter();
    expect(await findInterpreters([path, path])).toHaveLength(1);
  });

  test('without a name: a free-threaded build beside another, for what was recorded for it', async () => {
    const { folder, shim } = await machine();
    const free = await fakeInterpreter({ gil: false, version: '3.99.0' });
    expect(
      await findInterpreters([], { PATH: `${dirname(free)}:${dirname(shim)}`, HOME: folder }),
    ).toMatchObject([{ gil: true }, { gil: false, path: free }]);
  });

  test('without a name: one before 3.11 beside another, for what was recorded for it', async () => {
    const { folder, shim } = await machine();
    const old = await fakeInterpreter({ version: '3.9.18' });
    expect(
      await findInterpreters([], { PATH: `${dirname(old)}:${dirname(shim)}`, HOME: folder }),
    ).toMatchObject([{ gil: true }, { version: '3.9.18', path: old }]);
    expect(await findInterpreters([old])).toMatchObject([{ path: old }]);
  });

  test('once, however many names it has', async () => {
    const { folder } = await machine();
    for (const name of ['python3', 'python3.13']) await link(await realBinary(), join(folder, 'bin', name));
    expect(
      await findInterpreters([], { PATH: `${join(folder, 'bin')}:${join(folder, 'bin')}`, HOME: folder }),
    ).toHaveLength(1);
  });
});

describe('no interpreter is an error with exit code 3:', () => {
  const errorOf = async (
    asked: readonly string[],
    env: NodeJS.ProcessEnv = process.env,
  ): Promise<unknown> => {
    const error = await findInterpreters(asked, env).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof ProblemError)) throw error;
    return { exitCode: error.exitCode, problems: error.problems };
  };

  test('none was found', async () => {
    const folder = await temporaryFolder();
    expect(await errorOf([], { PATH: folder, HOME: folder })).toEqual({
      exitCode: 3,
      problems: [
        {
          file: 'python',
          title: 'No Python was found: not on PATH, not by pyenv, not by uv.',
          remedy: REMEDY,
        },
      ],
    });
  });

  test.for([
    ['/nowhere/python3', '/nowhere/python3 is not an interpreter that answers.'],
    ['3.99', 'No CPython 3.99 is installed.'],
    // It answers, but not what a Python does.
    ['/bin/echo', '/bin/echo is not an interpreter that answers.'],
  ] as const)('%s was asked for', async ([asked, title]) => {
    expect(await errorOf([asked])).toEqual({
      exitCode: 3,
      problems: [{ file: 'python', title, remedy: REMEDY }],
    });
  });

  test('the one that was asked for is too old, or no CPython', async () => {
    const old = await fakeInterpreter({ version: '3.8.18' });
    const pypy = await fakeInterpreter({ implementation: 'pypy', version: '3.11.9' });
    expect(await errorOf([old])).toMatchObject({
      exitCode: 3,
      problems: [{ title: `${old} is CPython 3.8.18; examples need CPython 3.11 or newer.` }],
    });
    const usual = await fakeInterpreter({ version: '3.10.13' });
    expect(await errorOf([], { PYTHON: usual, PATH: '' })).toMatchObject({
      exitCode: 3,
      problems: [{ title: `${usual} is CPython 3.10.13; examples need CPython 3.11 or newer.` }],
    });
    expect(await errorOf([pypy])).toMatchObject({
      exitCode: 3,
      problems: [{ title: `${pypy} is pypy 3.11.9; examples need CPython 3.11 or newer.` }],
    });
  });

  test('those that were found are too old', async () => {
    const old = await fakeInterpreter({ version: '3.10.13' });
    expect(await errorOf([], { PATH: dirname(old), HOME: dirname(old) })).toMatchObject({
      exitCode: 3,
      problems: [{ title: `No usable CPython: found 3.10.13 (${old}).` }],
    });
  });
});

describe('used only if it is named is', () => {
  test.for([
    ['a pre-release', { final: false, version: '3.15.0b1' }],
    ['a free-threaded build', { gil: false, version: '3.14.0' }],
  ] as const)('%s', async ([, traits]) => {
    const path = await fakeInterpreter(traits);
    await expect(findInterpreters([], { PATH: dirname(path), HOME: dirname(path) })).rejects.toThrow(
      'No usable CPython',
    );
    expect(await findInterpreters([path])).toMatchObject([{ version: traits.version }]);
  });

  test('a free-threaded build by its version with a t', async () => {
    const path = await fakeInterpreter({ gil: false, version: '3.14.0' });
    const env = { PATH: dirname(path), HOME: dirname(path) };
    expect(await findInterpreters(['3.14t'], env)).toMatchObject([{ path, gil: false }]);
    await expect(findInterpreters(['3.14'], env)).rejects.toThrow('No CPython 3.14 is installed.');
  });
});

/** A folder that a machine may have, and a shim in it: a script that starts the real interpreter. */
async function machine(): Promise<{ folder: string; shim: string }> {
  const folder = await temporaryFolder({ 'shims/python3': `#!/bin/sh\nexec "${await realBinary()}" "$@"\n` });
  const shim = join(folder, 'shims', 'python3');
  await chmod(shim, 0o755);
  return { folder, shim };
}

async function realBinary(): Promise<string> {
  return (await interpreter()).path;
}

async function link(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path);
}
