import { chmod, lstat, mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { userCache } from '../../../../src/runner/files/user-cache.ts';
import { asNobody } from '../../../fixtures/nobody.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

describe('the cache folder of a user', () => {
  test('is below XDG_CACHE_HOME, or else in the home folder, and only its user can enter it', async () => {
    const home = await temporaryFolder();
    const usual = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
    for (const [env, path] of [
      [{ XDG_CACHE_HOME: join(home, 'a') }, join(home, 'a/verbatim')],
      [{ HOME: home }, join(home, usual, 'verbatim')],
      [{ HOME: home, XDG_CACHE_HOME: 'relative/is/ignored' }, join(home, usual, 'verbatim')],
      [{ HOME: 'also/ignored', XDG_CACHE_HOME: join(home, 'b') }, join(home, 'b/verbatim')],
    ] as const) {
      expect(userCache(env)).toEqual({ path });
      expect((await stat(path)).mode & 0o777).toBe(0o700);
    }
  });

  /** Ways in which somebody else could put something into the folder, or there is none. */
  const FAULTS: readonly (readonly [string, (cache: string) => Promise<unknown>, RegExp])[] = [
    ['is a link', cache => symlink('/tmp', join(cache, 'verbatim')), /it is no folder of its own/],
    ['leads nowhere', cache => symlink('/nowhere', join(cache, 'verbatim')), /it is no folder of its own/],
    ['is a file', cache => writeFile(join(cache, 'verbatim'), ''), /it is no folder of its own/],
    [
      'lets others write',
      cache => mkdir(join(cache, 'verbatim')).then(() => chmod(join(cache, 'verbatim'), 0o777)),
      /others can write to it/,
    ],
    [
      'is in a folder to which others can write',
      cache => mkdir(join(cache, 'verbatim')).then(() => chmod(cache, 0o777)),
      /others can replace it, because they can write to /,
    ],
  ];

  test.for(FAULTS)('is a new temporary one, with a note, if it %s', async ([, spoil, why]) => {
    const cache = await temporaryFolder();
    await spoil(cache);
    const { path, note } = userCache({ XDG_CACHE_HOME: cache });
    expect(note).toMatch(why);
    expect(path.startsWith(cache)).toBe(false);
    expect((await lstat(path)).mode & 0o777).toBe(0o700);
    expect(await readdir(path)).toEqual([]);
    // All that asks in one command shares it.
    expect(userCache({ XDG_CACHE_HOME: cache }).path).toBe(path);
    await rm(path, { recursive: true });
  });

  test('of another user is not used, nor is one that cannot be made', async () => {
    const cache = await temporaryFolder();
    await chmod(cache, 0o755);
    await asNobody(async () => {
      const { path, note } = userCache({ XDG_CACHE_HOME: join(cache, 'deeper') });
      if (process.getuid?.() === 0) expect(note).toMatch(/it cannot be written \(EACCES\)/);
      await rm(path, { recursive: true });
    });
    if (process.getuid?.() !== 0) return;
    await mkdir(join(cache, 'verbatim'));
    await asNobody(async () => {
      const { path, note } = userCache({ XDG_CACHE_HOME: cache });
      expect(note).toMatch(/it belongs to another user/);
      await rm(path, { recursive: true });
    });
  });
});
