import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Probe } from '../../../../src/runner/python/find-interpreters.ts';
import { ProbeMemory } from '../../../../src/runner/python/interpreter-cache.ts';
import { CPYTHON } from '../../../fixtures/examples.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const PROBE: Probe = { ...CPYTHON, final: true, implementation: 'cpython' };

/** How often a path is asked when it is wanted in two commands, one after the other. */
async function asked(
  folder: string,
  path: string,
  between: () => Promise<void> = async () => {},
  answer: Probe[] = [PROBE],
): Promise<number> {
  let times = 0;
  const want = async (): Promise<void> => {
    const memory = ProbeMemory.open(join(folder, 'state'));
    expect(
      await memory.recall(path, async () => {
        times += 1;
        return answer;
      }),
    ).toEqual(answer);
    await memory.save();
  };
  await want();
  await between();
  await want();
  return times;
}

test('a binary is asked once, and again when it has changed', async () => {
  const folder = await temporaryFolder({ python: '\u007fELF' });
  const path = join(folder, 'python');
  expect(await asked(folder, path)).toBe(1);
  expect(await asked(folder, path, () => writeFile(path, '\u007fELF, built anew'))).toBe(1);
});

test('a script that only starts a Python, and one that gave no answer, are asked every time', async () => {
  const folder = await temporaryFolder({ shim: '#!/bin/sh\n', other: 'nothing' });
  await chmod(join(folder, 'shim'), 0o755);
  expect(await asked(folder, join(folder, 'shim'))).toBe(2);
  expect(await asked(folder, join(folder, 'other'), undefined, [])).toBe(2);
  expect(await asked(folder, '/nowhere/python', undefined, [])).toBe(2);
});

test('answers that are not as they were written are nothing', async () => {
  const folder = await temporaryFolder({ python: '\u007fELF' });
  expect(
    await asked(folder, join(folder, 'python'), () =>
      writeFile(join(folder, 'state/interpreters.json'), 'damaged'),
    ),
  ).toBe(2);
});
