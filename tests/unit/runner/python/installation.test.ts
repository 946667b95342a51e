import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Installation,
  installationNames,
  installationOf,
  libraryPlace,
} from '../../../../src/runner/python/installation.ts';
import { interpreterMounts } from '../../../../src/runner/sandbox/sandbox-mounts.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

/** An installation such as pyenv makes it: its binary looks for a library by its absolute path. */
async function installation(link?: string): Promise<{ root: string; installed: Installation }> {
  const root = await temporaryFolder({
    'versions/3.13.0/bin/python3.13': '',
    'versions/3.13.0/lib/libpython3.13.so.1.0': '',
    'versions/3.13.0/lib/libother.so.2': '',
    'versions/3.13.0/lib/python3.13/os.py': '',
    'versions/3.13.0/lib/python3.13/lib-dynload/_ssl.so': '',
    'versions/3.13.0/lib/python3.13/site-packages/numpy.py': '',
    'ssl/lib/libssl.so.3': '',
    'home/bin/private.txt': '',
  });
  const prefix = join(root, 'versions/3.13.0');
  await symlink('libpython3.13.so.1.0', join(prefix, 'lib/libpython3.13.so'));
  const path = join(root, link ?? 'versions/3.13.0/bin/python3');
  await mkdir(dirname(path), { recursive: true });
  await symlink(join(prefix, 'bin/python3.13'), path);
  const installed = installationOf(path, {
    version: '3.13.0',
    build: '',
    path,
    gil: true,
    final: true,
    implementation: 'cpython',
    libraries: [
      '/usr/lib/x86_64-linux-gnu/libc.so.6',
      join(prefix, 'lib/libpython3.13.so.1.0'),
      join(prefix, 'lib/python3.13/lib-dynload/_ssl.so'),
      join(root, 'ssl/lib/libssl.so.3'),
    ],
    standardLibrary: [join(prefix, 'lib/python3.13')],
    folders: [prefix, join(prefix, 'lib'), join(prefix, 'bin')],
  });
  return { root, installed };
}

describe('the parts of an installation', () => {
  test('are its binary, its standard library, and the libraries that are not the system’s', async () => {
    const { root, installed } = await installation();
    expect(installed).toMatchObject({
      name: 'python3.13',
      binary: join(root, 'versions/3.13.0/bin/python3.13'),
      standardLibrary: [join(root, 'versions/3.13.0/lib/python3.13')],
    });
    expect(Object.fromEntries(installed.libraries)).toEqual({
      // By all names in its folder, at its own place and beside the binary of a run.
      ...Object.fromEntries(
        ['libpython3.13.so', 'libpython3.13.so.1.0'].map(name => {
          const path = join(root, 'versions/3.13.0/lib', name);
          return [path, [path, `/opt/python/lib/${name}`]];
        }),
      ),
      [join(root, 'ssl/lib')]: [join(root, 'ssl/lib')],
    });
  });

  test('are found behind a link, whose folder is not shown', async () => {
    const { root, installed } = await installation('home/bin/python3');
    const mounts = interpreterMounts(installed, '/harness');
    expect(mounts).toContain(join(root, 'versions/3.13.0/bin/python3.13'));
    expect(mounts.filter(path => path.startsWith(join(root, 'home')))).toEqual([]);
    const shown = mounts.filter(path => path.startsWith(root));
    expect(shown).not.toContain(join(root, 'versions/3.13.0'));
    expect(shown).not.toContain(join(root, 'versions/3.13.0/lib'));
  });

  test('are shown with the harness instead of what is installed', async () => {
    const { installed } = await installation();
    const mounts = interpreterMounts(installed, '/harness');
    const packages = mounts.indexOf('/opt/python/lib/python3.13/site-packages');
    expect(mounts.slice(packages - 2, packages + 1)).toEqual([
      '--ro-bind',
      '/harness',
      '/opt/python/lib/python3.13/site-packages',
    ]);
    expect(mounts.join(' ')).not.toContain('dist-packages');
  });

  test('are looked for below a link to their folder too', async () => {
    const { root, installed } = await installation();
    await symlink(join(root, 'versions'), join(root, 'linked'));
    const [folder = ''] = installed.standardLibrary;
    const linked = installationOf(installed.binary, {
      version: '3.13.0',
      build: '',
      path: installed.binary,
      gil: true,
      final: true,
      implementation: 'cpython',
      libraries: [join(root, 'versions/3.13.0/lib/libpython3.13.so.1.0')],
      standardLibrary: [folder.replace('/versions/', '/linked/')],
      folders: [],
    });
    expect(linked.libraries.map(([, places]) => places)).toContainEqual([
      join(root, 'versions/3.13.0/lib/libpython3.13.so.1.0'),
      join(root, 'linked/3.13.0/lib/libpython3.13.so.1.0'),
      '/opt/python/lib/libpython3.13.so.1.0',
    ]);
  });
});

test('a standard library keeps the name of the folder that holds it: some systems have two', () => {
  expect(libraryPlace('/usr/lib64/python3.13')).toBe('/opt/python/lib64/python3.13');
});

test('the system’s own folders keep their names in what a run prints', async () => {
  const root = await temporaryFolder({});
  await writeFile(join(root, 'python3.11'), '');
  const names = installationNames({
    name: 'python3.11',
    binary: '/usr/bin/python3.11',
    bin: '/usr/bin',
    standardLibrary: [root],
    libraries: [],
  }).map(([real]) => real);
  expect(names).toContain('/usr/bin/python3.11');
  expect(names).not.toContain('/usr/bin');
  expect(names).not.toContain('/');
});
