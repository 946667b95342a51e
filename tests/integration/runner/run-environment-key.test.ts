import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Seal } from '../../../src/runner/sandbox/sandbox.ts';
import { runnerIdentity, surroundings } from '../../../src/runner/cache/run-environment-key.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

describe('the identity of the runner changes with', () => {
  test.for([
    ['the harness', 'harness/sitecustomize.py'],
    ['the environment policy', 'environment.ts'],
    ['a file that is new', 'seal.ts'],
  ] as const)('%s', async ([, file]) => {
    const folder = await temporaryFolder({ 'environment.ts': 'a', 'harness/sitecustomize.py': 'a' });
    const before = runnerIdentity(folder);
    expect(runnerIdentity(folder)).toBe(before);
    await writeFile(join(folder, file), 'b');
    expect(runnerIdentity(folder)).not.toBe(before);
  });

  test('no bytecode, which a Python may write at any time', async () => {
    const folder = await temporaryFolder({ 'environment.ts': 'a' });
    const before = runnerIdentity(folder);
    await writeFile(join(folder, 'sitecustomize.pyc'), 'b');
    expect(runnerIdentity(folder)).toBe(before);
  });
});

describe('the surroundings of a project', () => {
  const OPEN: Seal = { kind: 'open', reason: 'a test' };
  const SEALED: Seal = { kind: 'sealed', bubblewrap: '/usr/bin/bwrap', version: '0.8.0' };

  test('change with its lockfile, with the seal, and with nothing where nothing has changed', async () => {
    const [used, root] = [await interpreter(), await temporaryFolder()];
    const before = await surroundings(root, used, SEALED);
    expect(await surroundings(root, used, SEALED)).toEqual(before);
    expect((await surroundings(root, used, { ...SEALED, version: '0.9.0' })).sandbox).not.toBe(
      before.sandbox,
    );
    expect((await surroundings(root, used, OPEN)).sandbox).not.toBe(before.sandbox);
    await writeFile(join(root, 'package-lock.json'), '{}');
    expect((await surroundings(root, used, SEALED)).lock).not.toBe(before.lock);
  });

  test('change with its folder where a sample sees it, and that is not in the seal', async () => {
    const [used, one, other] = [await interpreter(), await temporaryFolder(), await temporaryFolder()];
    expect(await surroundings(one, used, SEALED)).toEqual(await surroundings(other, used, SEALED));
    expect((await surroundings(one, used, OPEN)).machine).not.toBe(
      (await surroundings(other, used, OPEN)).machine,
    );
    // As Astro writes it: a build finds what a check has kept.
    expect((await surroundings(`${one}/`, used, OPEN)).machine).toBe(
      (await surroundings(one, used, OPEN)).machine,
    );
  });
});
