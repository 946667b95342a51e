import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary.ts';
import { recordAttack } from '../../fixtures/attacks.ts';

const PROJECT = process.cwd();

/** A clone of a project whose branch holds these files; of the commands, only what starts them is there. */
async function clone(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}) {
  const root = await temporaryFolder(files);
  for (const [path, to] of Object.entries(links)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await symlink(to, join(root, path));
  }
  for (const path of ['scripts/bootstrap.mjs', 'scripts/cli/committed-files.mjs'])
    await cp(join(PROJECT, path), join(root, path));
  await writeFile(join(root, 'scripts/hello.ts'), 'console.log("hello");\n');
  await cp(join(PROJECT, 'package-lock.json'), join(root, 'package-lock.json'));
  const git = (...words: string[]): Promise<unknown> =>
    execa('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], { cwd: root });
  await git('init', '--quiet');
  await git('add', '--all', '--force');
  await git('commit', '--quiet', '--message', 'x');
  return { root, git };
}

async function hello(root: string, node = process.execPath): Promise<readonly [number | undefined, string]> {
  // Nothing is installed: what is found in time is refused before.
  const { exitCode, all } = await execa(node, [join(root, 'scripts/bootstrap.mjs'), 'hello'], {
    cwd: root,
    reject: false,
    all: true,
    env: { npm_execpath: join(root, 'npm.mjs'), DEBUG: '' },
  });
  return [exitCode, all];
}

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
      const { root } = await clone({ [file]: 'x' });
      expect(await hello(root)).toEqual(refused(shown, folder));
    }
    const { root } = await clone({
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
    const { root, git } = await clone({}, { '.verbatim': '/tmp' });
    const [, text] = await hello(root);
    const refusal = String(text).split('\n')[0] ?? '';
    recordAttack(task, { against: 'state', tried: '.verbatim is a link to /tmp', refused: refusal });
    expect(await hello(root)).toEqual(refused('.verbatim', '.verbatim'));
    await git('rm', '--cached', '--quiet', '.verbatim');
    expect(await hello(root)).toEqual([
      2,
      '.verbatim  It is a symbolic link: commands keep their state in a folder of this name.\nrm -f -- .verbatim',
    ]);
  });

  test('until the line that it prints is pasted', async () => {
    const { root } = await clone({ '.verbatim/a b': '', '.verbatim/runs.json': '' });
    const [, text] = await hello(root);
    await execa('sh', ['-c', text.split('\n').at(-1) ?? ''], { cwd: root });
    const [, after] = await hello(root);
    expect(after).toMatch(/^Installing what is missing/);
  });

  test('in a repository of another user, whose settings name a program', async ({ skip, task }) => {
    if (process.getuid?.() !== 0) skip('only root gives files to others');
    const { root, git } = await clone({ '.verbatim/a': '' });
    await writeFile(join(root, 'spy'), `#!/bin/sh\ntouch ${join(root, 'ran')}\n`, { mode: 0o755 });
    await git('config', 'core.fsmonitor', join(root, 'spy'));
    await execa('chown', ['-R', '65534', root]);
    expect(await hello(root)).toEqual(refused('.verbatim/a', '.verbatim'));
    await expect(execa('ls', [join(root, 'ran')])).rejects.toThrow();
    const tried = 'a repository of another user, whose settings name a program';
    recordAttack(task, { against: 'state', tried, refused: 'git is not asked; the program did not run' });
  });
});

describe('the first step of a command ends in a sentence', () => {
  test('for a lockfile that is none, a folder without git, and an unknown command', async () => {
    const { root } = await clone({});
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

  test('for packages of another lockfile that are a link: npm would empty the folder behind it', async () => {
    const { root } = await clone({});
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
    if (stdout?.startsWith('v20') !== true) skip('there is no Node 20');
    const { root } = await clone({ 'dist/index.html': '' });
    expect(await hello(root, '/usr/bin/node')).toEqual(refused('dist/index.html', 'dist'));
    const { all, exitCode } = await execa('/usr/bin/node', ['scripts/bootstrap.mjs', 'check', '--help'], {
      reject: false,
      all: true,
    });
    expect([exitCode, all]).toEqual([0, expect.stringMatching(/^Usage: npm run check/)]);
  });
});
