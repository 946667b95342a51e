import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accept, ledgerOf, lock, sampleWith, verdictsOf } from '../../fixtures/package-project.ts';
import { packageIndex } from '../../fixtures/package-index.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';
import { writeWheels } from '../../fixtures/wheels.ts';

const ONE = { name: 'one', files: { 'one/__init__.py': 'def name():\n    return __file__\n' } };
const TWO = { name: 'two', requires: ['one>=1'], commands: { two: 'two:main' } };
const NAMES = sampleWith(['two'], 'import one\nimport two\n\nprint(one.name(), two.VERSION)\n');

describe('a sample that declares packages', () => {
  test('is locked, recorded and verified with them, and its entry names each with its version', async () => {
    await packageIndex([ONE, TWO]);
    const root = await project({ 'topic/names.py': NAMES });
    expect(await verdictsOf(root)).toEqual({
      'topic/names': [
        'failed',
        'Its packages are not locked: no file says which versions, with which hashes.',
      ],
    });
    expect(await lock(root)).toEqual([
      {
        id: 'topic/names',
        file: 'examples/topic/names.requirements.txt',
        kind: 'written',
        changes: ['+ one 1.0', '+ two 1.0'],
      },
    ]);
    expect(await accept(root)).toEqual([]);
    expect(await readFile(join(root, 'examples/topic/names.out'), 'utf8')).toBe(
      '/opt/packages/one/__init__.py 1.0\n',
    );
    const { entries } = await ledgerOf(root);
    expect(entries).toMatchObject([
      {
        verdict: 'verified',
        packages: [
          { name: 'one', version: '1.0' },
          { name: 'two', version: '1.0' },
        ],
      },
    ]);
  });

  test('runs with the packages of its own lock, and shares their folder with an equal lock', async () => {
    const { user } = await packageIndex([ONE, { ...ONE, version: '2.0' }, TWO]);
    const print = 'import one\n\nprint(one.name())\n';
    const root = await project({
      'topic/first.py': sampleWith(['one<2'], print),
      'topic/second.py': sampleWith(['one >= 1, < 2'], print),
      'topic/third.py': sampleWith(['one'], print),
      'topic/fourth.py': 'try:\n    import one\nexcept ImportError as error:\n    print(error)\n',
    });
    await lock(root);
    expect(await accept(root)).toEqual([]);
    const { entries } = await ledgerOf(root);
    expect(entries.map(({ id, packages }) => [id, packages?.map(({ version }) => version)])).toEqual([
      ['topic/first', ['1.0']],
      ['topic/fourth', undefined],
      ['topic/second', ['1.0']],
      ['topic/third', ['2.0']],
    ]);
    expect(await readdir(join(user.path, 'packages'))).toHaveLength(2);
    expect(await readFile(join(root, 'examples/topic/fourth.out'), 'utf8')).toBe("No module named 'one'\n");
  });

  test('needs neither uv nor an index when its packages are there', async () => {
    const { folder, user } = await packageIndex([ONE, TWO]);
    const root = await project({ 'topic/names.py': NAMES });
    await lock(root);
    await accept(root);
    await rm(folder, { recursive: true });
    await rm(join(user.path, 'uv'), { recursive: true });
    process.env.PATH = '/nowhere';
    expect(await verdictsOf(root)).toEqual({ 'topic/names': ['verified'] });
  });

  test('gets its packages anew if a part of them is gone', async () => {
    const { user } = await packageIndex([ONE, TWO]);
    const root = await project({ 'topic/names.py': NAMES });
    await lock(root);
    await accept(root);
    const [key = ''] = await readdir(join(user.path, 'packages'));
    await rm(join(user.path, 'packages', key, 'one'), { recursive: true });
    await rm(join(root, '.verbatim'), { recursive: true });
    expect(await verdictsOf(root)).toEqual({ 'topic/names': ['verified'] });
    expect(await readdir(join(user.path, 'packages', key))).toContain('one');
  });

  test('is installed once by two checks at the same time, which leave nothing else', async () => {
    const { user } = await packageIndex([ONE, TWO]);
    const root = await project({ 'topic/names.py': NAMES });
    await lock(root);
    await accept(root);
    await rm(join(user.path, 'packages'), { recursive: true });
    const checks = await Promise.all([verdictsOf(root), verdictsOf(root), verdictsOf(root)]);
    expect(checks).toEqual([1, 2, 3].map(() => ({ 'topic/names': ['verified'] })));
    expect(await readdir(join(user.path, 'packages'))).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
  });

  test('does not run with a file that has another hash than its lock names', async () => {
    const { folder, user } = await packageIndex([ONE, TWO]);
    const root = await project({ 'topic/names.py': NAMES });
    await lock(root);
    // uv has kept the right file.
    await rm(join(user.path, 'uv'), { recursive: true });
    await writeWheels(folder, [{ ...ONE, files: { 'one/__init__.py': 'print("other")\n' } }]);
    expect(await verdictsOf(root)).toEqual({
      'topic/names': ['failed', 'A package is not the file that its lock names: its hash differs.'],
    });
  });

  test('cannot bring a module that Python imports at its start', async () => {
    const { user } = await packageIndex([
      { name: 'hidden', files: { 'sitecustomize.py': 'print("mine")\n' } },
    ]);
    const root = await project({ 'topic/names.py': sampleWith(['hidden'], 'print(1)\n') });
    await lock(root);
    expect(await verdictsOf(root)).toEqual({
      'topic/names': [
        'failed',
        'A package brings the module sitecustomize, which would take the place of one of Verbatim.',
      ],
    });
    expect(await readdir(join(user.path, 'packages'))).toEqual([]);
  });

  test('runs without code that a package wants to run at each start, and without its commands', async () => {
    await packageIndex([
      {
        name: 'eager',
        files: {
          'eager.pth': 'import sys; sys.stdout.write("started\\n")\n',
          'json.py': 'raise SystemExit\n',
        },
        commands: { eager: 'eager:main' },
      },
    ]);
    const text = 'import json\nimport shutil\n\nprint(json.dumps([1]), shutil.which("eager"))\n';
    const root = await project({ 'topic/names.py': sampleWith(['eager'], text) });
    await lock(root);
    expect(await accept(root)).toEqual([]);
    expect(await readFile(join(root, 'examples/topic/names.out'), 'utf8')).toBe('[1] None\n');
  });

  test('cannot have a file of the name of a package, but of one of its commands and folders', async () => {
    await packageIndex([ONE, TWO]);
    const text = 'import two\n\nprint(two.VERSION)\n';
    const root = await project({
      'topic/one.py': sampleWith(['two'], text),
      'topic/bin.py': sampleWith(['two'], text),
    });
    await lock(root);
    expect(await accept(root)).toMatchObject([
      {
        file: 'examples/topic/one.py',
        title: 'It hides the package one: "import one" would import this file.',
        remedy: 'mv examples/topic/one.py examples/topic/one_example.py',
      },
    ]);
    expect(await verdictsOf(root)).toMatchObject({ 'topic/bin': ['verified'] });
  });

  test('sees its packages in processes that it starts', async () => {
    await packageIndex([ONE, TWO]);
    const text = `import subprocess
import sys

import one

child = "import one; print(one.name())"
print(subprocess.run([sys.executable, "-c", child], capture_output=True, text=True).stdout, end="")
`;
    const root = await project({ 'topic/names.py': sampleWith(['one'], text) });
    await lock(root);
    expect(await accept(root)).toEqual([]);
    expect(await readFile(join(root, 'examples/topic/names.out'), 'utf8')).toBe(
      '/opt/packages/one/__init__.py\n',
    );
  });
});

test('a package without a wheel for this Python: the sample is skipped, and that is said', async () => {
  const { folder } = await packageIndex([{ ...ONE, version: '1.0' }]);
  const root = await project({ 'topic/names.py': sampleWith(['one'], 'print(1)\n') });
  await lock(root);
  await rm(folder, { recursive: true });
  const [file = ''] = await writeWheels(folder, [{ ...ONE, tag: 'cp39-cp39-win32' }]);
  const { hash } = await import('node:crypto');
  const path = join(root, 'examples/topic/names.requirements.txt');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/sha256:\w+/, `sha256:${hash('sha256', await readFile(file))}`));
  const { version } = await interpreter();
  expect(await verdictsOf(root)).toEqual({
    'topic/names': [
      'skipped',
      `A package has no wheel for CPython ${version}, and nothing is built from source.`,
    ],
  });
});
