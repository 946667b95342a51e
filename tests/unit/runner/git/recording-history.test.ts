import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test, vi } from 'vitest';
import { recordingHistory } from '../../../../src/runner/git/recording-history.ts';
import { repository } from '../../../fixtures/repository.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const receipt = (sha: string, python: string, rest = ''): string =>
  `{"sha256":"${sha}","python":"${python}",${rest}"runs":5}`;
const file = (receipts: Readonly<Record<string, string>>): string =>
  `{\n${Object.entries(receipts)
    .map(([name, text]) => `  "${name}": ${text}`)
    .join(',\n')}\n}\n`;
const at = (day: string): void => void vi.stubEnv('GIT_COMMITTER_DATE', `${day}T12:00:00Z`);

test('a version is accepted on the days of the commits that first hold its receipts', async () => {
  const { root, commit } = await repository();
  at('2026-01-05');
  const one = receipt('a', '3.13.0');
  await commit({
    'examples/a/recordings.json': file({ one }),
    'examples/recordings.json.txt': file({ one: receipt('z', '3.9.0') }),
  });
  at('2026-02-06');
  const two = receipt('b', '3.13.0', '"gil":false,');
  await commit({
    'examples/a/recordings.json': file({ one, two }),
    'other/recordings.json': file({ one: receipt('y', '3.8.0') }),
  });
  at('2026-03-07');
  // Sorted anew and moved: nothing is accepted.
  await rm(join(root, 'examples/a'), { recursive: true });
  await commit({ 'examples/b/recordings.json': file({ two, one }) });
  at('2026-04-08');
  await commit({ 'examples/b/recordings.json': file({ two, one: receipt('c', '3.13.0') }) });
  expect(await recordingHistory(root, 'examples')).toEqual([
    { version: '3.13.0', gil: true, first: '2026-01-05', last: '2026-04-08' },
    { version: '3.13.0', gil: false, first: '2026-02-06', last: '2026-02-06' },
  ]);
});

test('what is no receipt is passed over: conflicts, other values, versions that are none', async () => {
  const { root, commit } = await repository();
  const wrong = [
    '<<<<<<< ours',
    '"one": {"sha256":1}',
    '"two": {',
    `"three": ${receipt('d', '<script>')}`,
    `"four": ${receipt('e', '3.13')}`,
  ];
  await commit({ 'examples/a/recordings.json': `${wrong.join('\n')}\n` });
  expect(await recordingHistory(root, 'examples')).toEqual([]);
});

test('neither the settings of the user nor an attribute of the repository changes it', async () => {
  const { root, commit } = await repository({ '.gitattributes': '*.json diff=odd -text\n' });
  const settings = {
    'diff.odd.textconv': 'false',
    'diff.external': 'false',
    'color.ui': 'always',
    'log.showSignature': 'true',
    'diff.noprefix': 'true',
    'log.diffMerges': 'first-parent',
  };
  for (const [name, value] of Object.entries(settings))
    await execa('git', ['config', name, value], { cwd: root });
  at('2026-01-05');
  await commit({ 'examples/a/recordings.json': file({ one: receipt('a', '3.13.0') }) });
  expect(await recordingHistory(root, 'examples')).toHaveLength(1);
});

test('without a repository, and in a shallow clone, nothing is known', async () => {
  expect(await recordingHistory(await temporaryFolder(), 'examples')).toEqual([]);
  const { root, commit } = await repository();
  for (const sha of ['a', 'b'])
    await commit({ 'examples/a/recordings.json': file({ one: receipt(sha, '3.13.0') }) });
  const clone = join(await temporaryFolder(), 'clone');
  await execa('git', ['clone', '--quiet', '--depth=1', `file://${root}`, clone]);
  expect(await recordingHistory(root, 'examples')).toHaveLength(1);
  expect(await recordingHistory(clone, 'examples')).toEqual([]);
});
