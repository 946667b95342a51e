import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { repository } from '../../fixtures/repository.ts';
import { NPM, stepOf } from '../../fixtures/workflow.ts';

const page = (text: string): string =>
  `<head><title>Locks</title></head><body><h1>Locks</h1><p>${text}</p></body>`;

test('the preview compares the pages of this build with those of the first parent', async () => {
  const { root, commit } = await repository({
    'node_modules/installed.txt': '',
    'dist/locks/index.html': page('They wait.'),
    'dist/new/index.html': page(''),
  });
  await commit({
    'package-lock.json': '{}',
    'package.json': JSON.stringify({ scripts: { build: 'mkdir -p dist && cp -r pages/* dist' } }),
    'pages/locks/index.html': page('They hang.'),
  });
  await commit({ 'pages/locks/index.html': page('They wait.') });
  const compare = async (): Promise<unknown> =>
    execa('bash', ['-eo', 'pipefail', '-c', `${NPM}\n${stepOf('preview', 'changed-pages').run}`], {
      cwd: root,
      env: { NODE: process.execPath, PROJECT: process.cwd(), GITHUB_STEP_SUMMARY: join(root, 'summary.md') },
    });
  await compare();
  expect(await readFile(join(root, 'summary.md'), 'utf8')).toBe(
    '## Pages: 1 added, 1 changed\n\n### New: `/new/`\n\n### Changed: `/locks/`\n\n```diff\n' +
      ' Locks\n Locks\n-They hang.\n+They wait.\n```\n',
  );
});

test('a comparison needs a built site', async () => {
  const { root } = await repository();
  const { exitCode, stderr } = await execa(
    process.execPath,
    [join(process.cwd(), 'scripts/changed-pages.ts'), '--base', 'HEAD'],
    { cwd: root, reject: false, env: { NO_COLOR: '1' } },
  );
  expect([exitCode, stderr]).toEqual([2, 'dist  The site is not built.\nnpm run build']);
});
