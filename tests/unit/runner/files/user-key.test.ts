import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { signerOf } from '../../../../src/runner/files/user-key.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

describe('a signature', () => {
  test('is the same for a text of a file, and another for each other text, file, version and user', async () => {
    const [cache, other] = [{ path: await temporaryFolder() }, { path: await temporaryFolder() }];
    const sign = signerOf('/a/runs.json', '1', cache);
    expect(sign('x')).toBe(signerOf('/a/runs.json', '1', cache)('x'));
    const others = [
      sign('y'),
      signerOf('/b/runs.json', '1', cache)('x'),
      signerOf('/a/runs.json', '2', cache)('x'),
      signerOf('/a/runs.json', '1', other)('x'),
    ];
    expect(new Set([sign('x'), ...others]).size).toBe(5);
  });

  test('needs a key that only this user can read', async () => {
    const cache = { path: await temporaryFolder() };
    signerOf('/a', '1', cache);
    expect((await stat(join(cache.path, 'key'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(cache.path, 'key'))).toHaveLength(32);
  });

  test.for([
    ['is cut short', (file: string) => writeFile(file, 'short')],
    ['is a folder', (file: string) => rm(file).then(() => mkdir(join(file, 'deep'), { recursive: true }))],
    ['can be read by others', (file: string) => chmod(file, 0o644)],
    ['is gone', (file: string) => rm(file)],
  ] as const)('is made with a new key if the key %s', async ([, spoil]) => {
    const cache = { path: await temporaryFolder() };
    const before = signerOf('/a', '1', cache)('x');
    await spoil(join(cache.path, 'key'));
    const after = signerOf('/a', '1', cache)('x');
    expect(after).not.toBe(before);
    expect(signerOf('/a', '1', cache)('x')).toBe(after);
  });
});
