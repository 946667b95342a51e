import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../src/runner/sandbox/sandbox.ts';
import { surroundings } from '../../../src/runner/cache/run-key.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

describe('the surroundings of a project', () => {
  const UNSANDBOXED: Sandbox = { kind: 'unsandboxed', reason: 'a test' };
  const SANDBOXED: Sandbox = { kind: 'sandboxed', bubblewrap: '/usr/bin/bwrap', version: '0.8.0' };

  test('change with its lockfile, with the sandbox, and with nothing where nothing has changed', async () => {
    const [used, root] = [await interpreter(), await temporaryFolder()];
    const before = await surroundings(root, used, SANDBOXED);
    expect(await surroundings(root, used, SANDBOXED)).toEqual(before);
    expect((await surroundings(root, used, { ...SANDBOXED, version: '0.9.0' })).sandbox).not.toBe(
      before.sandbox,
    );
    expect((await surroundings(root, used, UNSANDBOXED)).sandbox).not.toBe(before.sandbox);
    await writeFile(join(root, 'package-lock.json'), '{}');
    expect((await surroundings(root, used, SANDBOXED)).lock).not.toBe(before.lock);
  });

  test('change with its folder where a sample sees it, and that is not in the sandbox', async () => {
    const [used, one, other] = [await interpreter(), await temporaryFolder(), await temporaryFolder()];
    expect(await surroundings(one, used, SANDBOXED)).toEqual(await surroundings(other, used, SANDBOXED));
    expect((await surroundings(one, used, UNSANDBOXED)).machine).not.toBe(
      (await surroundings(other, used, UNSANDBOXED)).machine,
    );
    // As Astro writes it: a build finds what a check has kept.
    expect((await surroundings(`${one}/`, used, UNSANDBOXED)).machine).toBe(
      (await surroundings(one, used, UNSANDBOXED)).machine,
    );
  });
});
