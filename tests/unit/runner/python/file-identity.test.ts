import { rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileIdentity } from '../../../../src/runner/python/interpreter-cache.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

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
