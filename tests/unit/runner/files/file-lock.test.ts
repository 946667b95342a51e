import { lutimes, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { OWNER, withLock } from '../../../../src/runner/files/process-tag.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

test('work under one lock is done one after the other, and the lock is gone when it fails', async () => {
  const root = await temporaryFolder();
  const lock = join(root, 'state/a.lock');
  let active = 0;
  const work = async (fails: boolean): Promise<number> => {
    active += 1;
    const seen = active;
    await sleep(5);
    active -= 1;
    if (fails) throw new Error('It failed.');
    return seen;
  };
  const results = await Promise.allSettled(
    [true, false, false].map(fails => withLock(lock, () => work(fails))),
  );
  expect(results.map(result => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([
    'failed',
    1,
    1,
  ]);
  expect(await readdir(join(root, 'state'))).toEqual([]);
});

test.for([
  ['a process that has ended', OWNER.replace(/pid\d+/, 'pid4194999'), 0],
  ['a process of another container, long ago', 'pid1.ns1', 60],
] as const)('a lock of %s is taken over', async ([, owner, age]) => {
  const lock = join(await temporaryFolder(), 'a.lock');
  await symlink(owner, lock);
  const then = Date.now() / 1000 - age;
  await lutimes(lock, then, then);
  expect(await withLock(lock, async () => 'done')).toBe('done');
});
