import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { RUN_FOLDER_PREFIX, sweepRunFolders } from '../../../../src/runner/execution/remove-stale-runs.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const remove = (folder: string): Promise<void> => rm(folder, { recursive: true });
const DEAD = RUN_FOLDER_PREFIX.replace(/pid\d+/, 'pid4194999');

test('folders whose runner has ended are removed; those of others stay, and so does what is not ours', async () => {
  const place = await temporaryFolder({
    [`${DEAD}aaaaaa/work/a.py`]: '',
    [`${RUN_FOLDER_PREFIX}bbbbbb/work/a.py`]: '',
    'verbatim-elsewhere/a': '',
    [`other-${DEAD}/a`]: '',
    [`${DEAD.replace(/ns\d+/, 'ns1')}cccccc/a`]: '',
  });
  await sweepRunFolders(remove, place);
  expect((await readdir(place)).sort()).toEqual(
    [
      `other-${DEAD}`,
      'verbatim-elsewhere',
      `${RUN_FOLDER_PREFIX}bbbbbb`,
      `${DEAD.replace(/ns\d+/, 'ns1')}cccccc`,
    ].sort(),
  );
});

test('a folder that cannot be removed, or is gone already, stops nobody', async () => {
  const place = await temporaryFolder({ [`${DEAD}aaaaaa/a`]: '' });
  await sweepRunFolders(() => Promise.reject(new Error('EACCES')), place);
  await sweepRunFolders(remove, join(place, 'nowhere'));
});

test.runIf(process.platform === 'linux')('a sample that outlived its runner is ended', async () => {
  const place = await temporaryFolder();
  const work = join(place, `${DEAD}aaaaaa`, 'work');
  await mkdir(work, { recursive: true });
  const sample = execa('sleep', ['60'], { cwd: work, reject: false });
  const bystander = execa('sleep', ['60'], { cwd: place, reject: false });
  await sweepRunFolders(remove, place);
  expect((await sample).signal).toBe('SIGKILL');
  expect(bystander.nodeChildProcess.exitCode).toBeNull();
  bystander.kill('SIGKILL');
  await bystander;
});
