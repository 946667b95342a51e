import { userCache } from '../../../src/runner/files/user-cache.ts';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../src/runner/sandbox/sandbox.ts';
import { type RunSurroundings, surroundings } from '../../../src/runner/cache/run-key.ts';
import { InterpreterCache } from '../../../src/runner/python/interpreter-cache.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

describe('the surroundings of a project', () => {
  const UNSANDBOXED: Sandbox = { kind: 'unsandboxed', reason: 'a test' };
  const SANDBOXED: Sandbox = { kind: 'sandboxed', bubblewrap: '/usr/bin/bwrap', version: '0.8.0' };
  const surroundingsIn = async (root: string, sandbox: Sandbox): Promise<RunSurroundings> =>
    surroundings(root, await interpreter(), sandbox, new InterpreterCache(userCache()));

  test('change with its lockfile, with the sandbox, and with nothing where nothing has changed', async () => {
    const root = await temporaryFolder();
    const before = await surroundingsIn(root, SANDBOXED);
    expect(await surroundingsIn(root, SANDBOXED)).toEqual(before);
    expect((await surroundingsIn(root, { ...SANDBOXED, version: '0.9.0' })).sandbox).not.toBe(before.sandbox);
    expect((await surroundingsIn(root, UNSANDBOXED)).sandbox).not.toBe(before.sandbox);
    await writeFile(join(root, 'package-lock.json'), '{}');
    expect((await surroundingsIn(root, SANDBOXED)).lock).not.toBe(before.lock);
  });

  test('change with its folder where a sample sees it, and that is not in the sandbox', async () => {
    const [one, other] = [await temporaryFolder(), await temporaryFolder()];
    expect(await surroundingsIn(one, SANDBOXED)).toEqual(await surroundingsIn(other, SANDBOXED));
    expect((await surroundingsIn(one, UNSANDBOXED)).machine).not.toBe(
      (await surroundingsIn(other, UNSANDBOXED)).machine,
    );
    // As Astro writes it: a build finds what a check has kept.
    expect((await surroundingsIn(`${one}/`, UNSANDBOXED)).machine).toBe(
      (await surroundingsIn(one, UNSANDBOXED)).machine,
    );
  });
});
