import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { removeStaleRuns, RUN_FOLDER_PREFIX } from '../../../src/runner/execution/run-folder.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

const DEAD = RUN_FOLDER_PREFIX.replace(/pid\d+/, 'pid4194999');

test('folders of runs whose runner has ended are removed; others stay, also of other programs', async () => {
  const place = await temporaryFolder({
    [`${DEAD}aaaaaa/work/a.py`]: '',
    [`${RUN_FOLDER_PREFIX}bbbbbb/work/a.py`]: '',
    'verbatim-elsewhere/a': '',
    [`other-${DEAD}/a`]: '',
    [`${DEAD.replace(/ns\d+/, 'ns1')}cccccc/a`]: '',
  });
  await removeStaleRuns(place);
  expect((await readdir(place)).sort()).toEqual(
    [
      `other-${DEAD}`,
      'verbatim-elsewhere',
      `${RUN_FOLDER_PREFIX}bbbbbb`,
      `${DEAD.replace(/ns\d+/, 'ns1')}cccccc`,
    ].sort(),
  );
});

test('a folder that cannot be removed or does not exist is no error', async () => {
  const place = await temporaryFolder({ [`${DEAD}aaaaaa/a`]: '' });
  await removeStaleRuns(place, () => Promise.reject(new Error('EACCES')));
  await removeStaleRuns(join(place, 'nowhere'));
});

test.runIf(process.platform === 'linux')('a program that outlived its runner is killed', async () => {
  const place = await temporaryFolder();
  const work = join(place, `${DEAD}aaaaaa`, 'work');
  await mkdir(work, { recursive: true });
  const sample = execa('sleep', ['60'], { cwd: work, reject: false });
  const bystander = execa('sleep', ['60'], { cwd: place, reject: false });
  await removeStaleRuns(place);
  expect((await sample).signal).toBe('SIGKILL');
  expect(bystander.nodeChildProcess.exitCode).toBeNull();
  bystander.kill('SIGKILL');
  await bystander;
});
