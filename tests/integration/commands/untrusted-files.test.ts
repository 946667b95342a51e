import { existsSync } from 'node:fs';
import { bundledNode } from '../../../scripts/cli/install-packages.mjs';
import { cp, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { bootstrapClone, hello } from '../../fixtures/bootstrap.ts';
import { gitIn } from '../../fixtures/verbatim-copy.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';
import { recordAttack } from '../../fixtures/attacks.ts';

const refused = (first: string, folders: string, ...more: string[]): readonly [number, string] => [
  2,
  [
    `${first}  Git tracks it, but only this machine makes what is in ${folders.replaceAll(' ', '/, ')}/.`,
    ...[first, ...more].map(file => `    ${file}`),
    `git rm -r --cached --ignore-unmatch -- ${folders} && rm -rf -- ${folders}`,
  ].join('\n'),
];

describe('every command refuses what a branch brings', () => {
  test('below the state folder, dist/ and node_modules/, however it is called', async ({ task }) => {
    for (const [file, folder, shown = file] of [
      ['.verbatim/runs.json', '.verbatim'],
      ['.Verbatim/runs.json', '.verbatim'],
      ['.verbatim/python/0123/bin/python', '.verbatim'],
      ['.verbatim/a\n::error::b', '.verbatim', String.raw`".verbatim/a\n::error::b"`],
      ['dist/index.html', 'dist'],
      ['node_modules/node/bin/node', 'node_modules'],
    ] as const) {
      const root = await bootstrapClone({ [file]: 'x' });
      expect(await hello(root)).toEqual(refused(shown, folder));
    }
    const root = await bootstrapClone({
      '.verbatim/a': '',
      'dist/b': '',
      'node_modules/c': '',
      'node_modules/d': '',
    });
    const [exitCode, text] = await hello(root);
    const tried = 'files below .verbatim, dist and node_modules that a branch brings';
    recordAttack(task, { against: 'state', tried, refused: String(text).split('\n')[0] ?? '' });
    expect([exitCode, text]).toEqual([
      2,
      expect.stringMatching(
        /… and 1 more\ngit rm -r --cached --ignore-unmatch -- \.verbatim dist node_modules/,
      ),
    ]);
  });

  test('as a link to another place, committed or not', async ({ task }) => {
    const root = await bootstrapClone({}, { '.verbatim': '/tmp' });
    const [, text] = await hello(root);
    const refusal = String(text).split('\n')[0] ?? '';
    recordAttack(task, { against: 'state', tried: '.verbatim is a link to /tmp', refused: refusal });
    expect(await hello(root)).toEqual(refused('.verbatim', '.verbatim'));
    await gitIn(root, 'rm', '--cached', '--quiet', '.verbatim');
    expect(await hello(root)).toEqual([
      2,
      '.verbatim  It is a symbolic link: commands keep their state in a folder of this name.\nrm -f -- .verbatim',
    ]);
  });

  test('until the line that it prints is pasted', async () => {
    const root = await bootstrapClone({ '.verbatim/a b': '', '.verbatim/runs.json': '' });
    const [, text] = await hello(root);
    await execa('sh', ['-c', text.split('\n').at(-1) ?? ''], { cwd: root });
    const [, after] = await hello(root);
    expect(after).toMatch(/^Installing what is missing/);
  });

  test('in a repository of another user, whose settings name a program', async ({ skip, task }) => {
    if (process.getuid?.() !== 0) skip('only root gives files to others');
    const root = await bootstrapClone({ '.verbatim/a': '' });
    await writeFile(join(root, 'spy'), `#!/bin/sh\ntouch ${join(root, 'ran')}\n`, { mode: 0o755 });
    await gitIn(root, 'config', 'core.fsmonitor', join(root, 'spy'));
    await execa('chown', ['-R', '65534', root]);
    expect(await hello(root)).toEqual(refused('.verbatim/a', '.verbatim'));
    await expect(execa('ls', [join(root, 'ran')])).rejects.toThrow();
    const tried = 'a repository of another user, whose settings name a program';
    recordAttack(task, { against: 'state', tried, refused: 'git is not asked; the program did not run' });
  });
});

describe('the first step of a command ends in a sentence', () => {
  test('for a lockfile that is none, a folder without git, and an unknown command', async () => {
    const root = await bootstrapClone({});
    await rm(join(root, '.git'), { recursive: true });
    await rm(join(root, 'package-lock.json'));
    const end = 'For the details: DEBUG=1 npm run …';
    const lock = join(root, 'package-lock.json');
    expect(await hello(root)).toEqual([
      2,
      `${lock}  ENOENT: no such file or directory, stat '${lock}'\n${end}`,
    ]);
    await execa('mkfifo', [lock]);
    expect(await hello(root)).toEqual([2, `${lock}  It is not a file.\n${end}`]);
    const { all, exitCode } = await execa(process.execPath, ['scripts/bootstrap.mjs', '../x'], {
      reject: false,
      all: true,
    });
    expect([exitCode, all]).toEqual([2, 'command line  There is no command "../x".\nTo list them: npm run']);
  });

  test('for a project that lies among packages, where Node runs no TypeScript', async () => {
    const root = join(await temporaryFolder(), "node_modules/it's");
    await cp(await bootstrapClone(), root, { recursive: true });
    expect(await hello(root)).toEqual([
      2,
      `${root}  Node runs no TypeScript in a folder called node_modules.\n` +
        `mv '${root.replace("'", String.raw`'\''`)}' ~/`,
    ]);
  });

  test('for packages of another lockfile that are a link: npm would empty the folder behind it', async () => {
    const root = await bootstrapClone({});
    const packages = await temporaryFolder({ 'kept/package.json': '{}' });
    await symlink(packages, join(root, 'node_modules'));
    expect(await hello(root)).toEqual([
      2,
      'node_modules  It is a link to packages of another lockfile, and npm would empty that folder.\n' +
        'rm node_modules',
    ]);
    await expect(execa('ls', [packages])).resolves.toMatchObject({ stdout: 'kept' });
  });

  test('on Node 20 too, if this machine has one', async ({ skip }) => {
    const { stdout } = await execa('/usr/bin/node', ['--version'], { reject: false });
    // Without a Node of its own, the project would be installed again below the feet of all other tests.
    const isReady = existsSync(bundledNode(process.cwd()));
    if (stdout?.startsWith('v20') !== true || !isReady) skip('there is no Node 20, or no Node beside it');
    const root = await bootstrapClone({ 'dist/index.html': '' });
    expect(await hello(root, { node: '/usr/bin/node' })).toEqual(refused('dist/index.html', 'dist'));
    const { all, exitCode } = await execa('/usr/bin/node', ['scripts/bootstrap.mjs', 'check', '--help'], {
      reject: false,
      all: true,
    });
    expect([exitCode, all]).toEqual([0, expect.stringMatching(/^Usage: npm run check/)]);
  });
});
