import { rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileIdentity, runnerIdentity, surroundings } from '../../src/runner/surroundings.ts';
import { interpreter } from '../fixtures/programs.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

describe('the identity of a file', () => {
  test('stays while nobody touches it', async () => {
    const file = join(await temporaryFolder({ python: 'a' }), 'python');
    expect(fileIdentity(file)).toBe(fileIdentity(file));
  });

  test('changes when it is written, even where its size and its date stay', async () => {
    const file = join(await temporaryFolder({ python: 'a' }), 'python');
    await utimes(file, 1, 1);
    const before = fileIdentity(file);
    await writeFile(file, 'b');
    await utimes(file, 1, 1);
    expect(fileIdentity(file)).not.toBe(before);
  });

  test('changes when another file takes its name', async () => {
    const folder = await temporaryFolder({ python: 'a', other: 'a' });
    const before = fileIdentity(join(folder, 'python'));
    await rename(join(folder, 'other'), join(folder, 'python'));
    expect(fileIdentity(join(folder, 'python'))).not.toBe(before);
  });
});

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

test('the surroundings of a project change with its lockfile, and with its folder', async () => {
  const used = await interpreter();
  const [bare, other] = [await temporaryFolder(), await temporaryFolder()];
  const { lock, machine } = surroundings(bare, used, 'sealed');
  await writeFile(join(bare, 'package-lock.json'), '{}');
  expect(surroundings(bare, used, 'sealed').lock).not.toBe(lock);
  expect(surroundings(bare, used, 'sealed').machine).toBe(machine);
  expect(surroundings(other, used, 'sealed').machine).not.toBe(machine);
  // As Astro writes it: a build finds what a check has kept.
  expect(surroundings(`${bare}/`, used, 'sealed').machine).toBe(machine);
});
