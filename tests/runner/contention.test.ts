import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { idleSeconds, isDisturbed } from '../../src/runner/contention.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** The file in which a run tells the CPU seconds that it used. */
async function usage(text: string): Promise<string> {
  const path = join(await temporaryFolder(), 'usage');
  await writeFile(path, text);
  return path;
}

describe('a run of ten seconds on two cores', () => {
  test('was not disturbed when it used them all', async () => {
    expect(await isDisturbed(await usage('19.5'), 2, 10, idleSeconds())).toBe(false);
  });

  test('was not disturbed when what it did not use was idle', async () => {
    expect(await isDisturbed(await usage('10'), 2, 10, idleSeconds() - 10)).toBe(false);
  });

  test('was disturbed when what it did not use was not idle', async () => {
    expect(await isDisturbed(await usage('10'), 2, 10, idleSeconds())).toBe(true);
  });

  test('counts as disturbed when nobody knows what it used', async () => {
    expect(await isDisturbed('/nowhere/usage', 2, 10, 0)).toBe(true);
    expect(await isDisturbed(await usage(''), 2, 10, 0)).toBe(true);
  });
});
