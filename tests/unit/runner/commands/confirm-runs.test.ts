import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { confirmRuns } from '../../../../src/runner/commands/confirm-runs.ts';
import type { Sandbox, SandboxPolicy } from '../../../../src/runner/sandbox/sandbox.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const NONE: Sandbox = { kind: 'unsandboxed', reason: 'bubblewrap is not installed' };
const ONE: Sandbox = { kind: 'sandboxed', bubblewrap: '/usr/bin/bwrap', version: '0.8.0' };

let state = '';
beforeEach(async () => {
  state = await temporaryFolder({});
  vi.stubEnv('XDG_STATE_HOME', state);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** Starts a command in a checkout, and types one text after each question. @returns all that was asked */
async function start(
  root: string,
  typed: readonly string[],
  { sandbox = NONE, policy = 'auto' as SandboxPolicy } = {},
): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const left = [...typed];
  let written = '';
  output.on('data', async (chunk: Buffer) => {
    written += chunk.toString();
    if (!chunk.toString().includes('[y/n] ')) return;
    await setImmediate();
    const next = left.shift();
    if (next === undefined) input.end();
    else input.write(next);
  });
  await confirmRuns(root, policy, { input, output }, () => sandbox);
  return written;
}

const REFUSED = {
  exitCode: 2,
  problems: [{ title: 'Nothing was run: you do not trust the examples, and there is no sandbox.' }],
};

describe('without a sandbox', () => {
  test('a terminal is asked once for each checkout, and the answer is kept outside of it', async () => {
    const [root, other] = [await temporaryFolder({}), await temporaryFolder({})];
    const asked = await start(root, ['y\r']);
    expect(asked).toContain('There is no sandbox: bubblewrap is not installed.');
    expect(asked).toContain('They would run with your rights');
    expect(await start(root, [])).toBe('');
    await expect(start(other, ['n\r'])).rejects.toMatchObject(REFUSED);
    expect(JSON.parse(await readFile(join(state, 'verbatim/trusted-checkouts.json'), 'utf8'))).toEqual([
      root,
    ]);
  });

  test('no answer, and the end of the input, run nothing; and it is asked again', async () => {
    const root = await temporaryFolder({});
    await expect(start(root, ['perhaps\r', 'n\r'])).rejects.toMatchObject(REFUSED);
    await expect(start(root, [])).rejects.toMatchObject(REFUSED);
    await expect(start(root, ['\u0003'])).rejects.toMatchObject({ exitCode: 130 });
    expect(await start(root, ['y\r'])).not.toBe('');
  });

  test('a file in the checkout answers for nobody', async () => {
    const root = await temporaryFolder({});
    await mkdir(join(root, '.verbatim'));
    await writeFile(join(root, '.verbatim/trusted-checkouts.json'), JSON.stringify([root]));
    vi.stubEnv('XDG_STATE_HOME', '.verbatim');
    vi.stubEnv('HOME', state);
    await expect(start(root, ['n\r'])).rejects.toMatchObject(REFUSED);
  });

  test('a damaged file accepts nothing, and one that cannot be written is named', async () => {
    const root = await temporaryFolder({});
    await mkdir(join(state, 'verbatim'));
    await writeFile(join(state, 'verbatim/trusted-checkouts.json'), '["');
    await expect(start(root, ['n\r'])).rejects.toMatchObject(REFUSED);
    await writeFile(join(state, 'file'), '');
    vi.stubEnv('XDG_STATE_HOME', join(state, 'file'));
    expect(await start(root, ['y\r'])).toContain('The answer counts for this command alone');
  });
});

test.runIf(process.geteuid !== undefined)('an answer that others can write counts for nobody', async () => {
  const root = await temporaryFolder({});
  await mkdir(join(state, 'verbatim'));
  const file = join(state, 'verbatim/trusted-checkouts.json');
  await writeFile(file, JSON.stringify([root]));
  await chmod(join(state, 'verbatim'), 0o777);
  await expect(start(root, ['n\r'])).rejects.toMatchObject(REFUSED);
  expect(await start(root, ['y\r'])).toContain(
    `The answer counts for this command alone: ${join(state, 'verbatim')}: others can write to it.`,
  );
});

test('nobody is asked if there is a sandbox, no terminal, or another policy', async () => {
  const root = await temporaryFolder({});
  expect(await start(root, [], { sandbox: ONE })).toBe('');
  expect(await start(root, [], { policy: 'off' })).toBe('');
  await expect(confirmRuns(root, 'auto', undefined, () => NONE)).resolves.toBeUndefined();
});
