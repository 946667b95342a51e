import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CACHE_PATHS } from '../../../src/runner/files/state-paths.ts';
import { InterpreterCache } from '../../../src/runner/python/interpreter-cache.ts';
import { FACTS } from '../../fixtures/examples.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

/**
 * A folder with a program that answers as an interpreter and counts how often it was asked. Without `#!` it
 * is no script to us.
 */
async function installation(): Promise<{
  folder: string;
  digest: () => Promise<string>;
  asked: () => Promise<number>;
}> {
  const folder = await temporaryFolder({
    'lib/threading.py': 'a\n',
    'lib/concurrent/futures.py': 'b\n',
    'lib/lib-dynload/_ssl.so': 'c',
    'libssl.so.3': 'd',
    'lib/test/one.py': '',
    'lib/site-packages/one.py': '',
    'lib/__pycache__/one.py': '',
    'lib/readme.txt': '',
  });
  const path = join(folder, 'python');
  const answer = JSON.stringify({
    ...FACTS,
    path,
    libraries: ['libssl.so.3', 'gone.so'].map(name => join(folder, name)),
    standardLibrary: [join(folder, 'lib')],
  });
  const relocatable = answer.replaceAll(folder, '\'"$(dirname "$0")"\'');
  await writeFile(path, `: python\necho asked >> "$(dirname "$0")/log"\necho '${relocatable}'\n`);
  await chmod(path, 0o755);
  return {
    folder,
    digest: () => installationDigest(path, folder),
    asked: async () => (await readFile(join(folder, 'log'), 'utf8')).split('\n').length - 1,
  };
}

/** The digest that one command finds for the interpreter at a path. */
async function installationDigest(path: string, root: string): Promise<string> {
  const cache = new InterpreterCache({ path: root });
  const digest = await cache.installation(path);
  await cache.save();
  return digest;
}

describe('the digest of an installation', () => {
  test('is the same at each path with the same bytes, and the interpreter is asked once', async () => {
    const [one, other] = [await installation(), await installation()];
    const digest = await one.digest();
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await one.digest()).toBe(digest);
    expect(await other.digest()).toBe(digest);
    expect(await one.asked()).toBe(1);
  });

  test.for([
    ['its binary', 'python', '# more\n'],
    ['a library of the system', 'libssl.so.3', 'D'],
    ['a module of the standard library', 'lib/threading.py', 'A\n'],
    ['a module of a package', 'lib/concurrent/futures.py', 'B\n'],
    ['a module in C', 'lib/lib-dynload/_ssl.so', 'C'],
    ['a module that is new', 'lib/socket.py', 'e\n'],
  ] as const)('changes with %s', async ([, file, content]) => {
    const [one, other] = [await installation(), await installation()];
    const path = join(other.folder, file);
    await writeFile(path, file === 'python' ? `${await readFile(path, 'utf8')}${content}` : content);
    expect(await other.digest()).not.toBe(await one.digest());
  });

  test.for(['lib/test/one.py', 'lib/site-packages/one.py', 'lib/__pycache__/one.py', 'lib/readme.txt'])(
    'does not change with %s, which is no code that an example runs',
    async file => {
      const [one, other] = [await installation(), await installation()];
      await writeFile(join(other.folder, file), 'changed\n');
      expect(await other.digest()).toBe(await one.digest());
    },
  );

  test.for([
    [
      'its binary is replaced',
      'python',
      async (path: string) => writeFile(path, `${await readFile(path, 'utf8')}# more\n`),
    ],
    ['a library is replaced', 'libssl.so.3', async (path: string) => writeFile(path, 'D')],
    ['a library is taken away', 'libssl.so.3', async (path: string) => rm(path)],
    [
      'a file of the standard library is replaced, as an update does it',
      'lib/threading.py',
      async (path: string) => rm(path).then(() => writeFile(path, 'A\n')),
    ],
    ['a module in C comes', 'lib/lib-dynload/_new.so', async (path: string) => writeFile(path, 'n')],
  ] as const)('is computed again if %s', async ([, file, change]) => {
    const { folder, digest, asked } = await installation();
    const before = await digest();
    await change(join(folder, file));
    expect(await digest()).not.toBe(before);
    expect(await asked()).toBe(2);
  });

  test('is cached for each interpreter, and computed again if the cache is damaged', async () => {
    const [one, root] = [await installation(), await temporaryFolder()];
    const used = await interpreter();
    const digests = async (): Promise<string[]> => [
      await installationDigest(used.path, root),
      await installationDigest(join(one.folder, 'python'), root),
    ];
    const before = await digests();
    expect(new Set(before).size).toBe(2);
    expect(await digests()).toEqual(before);
    expect(await one.asked()).toBe(1);
    await writeFile(join(root, CACHE_PATHS.interpreterFacts), 'no digest\n[]');
    expect(await digests()).toEqual(before);
    expect(await one.asked()).toBe(2);
  });
});
