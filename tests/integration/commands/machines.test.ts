import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { type Ended, runCommand } from '../../fixtures/command.ts';
import { writeProject } from '../../fixtures/problem-project.ts';
import { interpreter, PROJECT } from '../../fixtures/programs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

/** Runs a script in a project, below a program that takes something away from it. */
async function runBelow(
  wrapper: readonly string[],
  root: string,
  [script = '', ...words]: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { path } = await interpreter();
  const [program = '', ...args] = [
    ...wrapper,
    process.execPath,
    join(PROJECT, `scripts/${script}.ts`),
    ...words,
  ];
  const { exitCode, all } = await execa(program, args, {
    cwd: root,
    reject: false,
    all: true,
    stdin: 'ignore',
    env: { CI: '', NO_COLOR: '1', PYTHON: path, ...env },
  });
  return { exitCode, text: all };
}

async function works(wrapper: readonly string[], ...command: readonly string[]): Promise<boolean> {
  const [program = 'true', ...args] = [...wrapper, ...command];
  return (await execa(program, args, { reject: false })).exitCode === 0;
}

const BUBBLEWRAP = ['bwrap', '--dev-bind', '/', '/'];

describe('examples are checked and recorded', () => {
  test.for([
    ['a system without /proc', [...BUBBLEWRAP, '--tmpfs', '/proc'], 'overflowuid'],
    [
      'a system without user namespaces',
      [...BUBBLEWRAP, '--unshare-user', '--disable-userns', '--proc', '/proc'],
      'bubblewrap does not work here',
    ],
  ] as const)('on %s, and the report names what is not there', async ([, wrapper, why], { skip }) => {
    if (!(await works(wrapper, 'true'))) skip('bubblewrap cannot show such a system here');
    const root = await writeProject([]);
    for (const [command, last] of [
      [['check', '--fresh'], /^1 verified; 0 cached, 1 run; .*; not sandboxed: /m],
      [['record', '--yes', '--runs', '2'], /^1 unchanged$/m],
    ] as const) {
      const { exitCode, text } = await runBelow(wrapper, root, command);
      expect([exitCode, text]).toEqual([0, expect.stringMatching(last)]);
      if (command[0] === 'check') expect(text).toContain(why);
    }
    // Continuous integration runs nobody's program outside of the sandbox.
    expect(await runBelow(wrapper, root, ['check'], { CI: 'true' })).toEqual({
      exitCode: 2,
      text: expect.stringMatching(/^sandbox {2}Runs cannot be sandboxed: .*\napt-get install bubblewrap; /),
    });
  });

  test('by a user whose home cannot be written, or is not there, with one note', async ({ skip }) => {
    const ordinary =
      process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
    const needed = [process.execPath, join(PROJECT, 'scripts/check.ts')];
    for (const file of needed)
      if (!(await works(ordinary, 'test', '-r', file))) skip('an ordinary user cannot read the project');
    const own = (await interpreter()).path;
    // That of root may be in its home.
    const python = (await works(ordinary, own, '--version')) ? own : '/usr/bin/python3';
    if (!(await works(ordinary, python, '-c', 'import sys; sys.version_info[:2] >= (3, 11) or exit(1)')))
      skip('an ordinary user has no Python');
    const home = await temporaryFolder();
    await chmod(home, 0o555);
    const commands = [['check'], ['record', '--yes', '--runs', '2'], ['new', 'topic/another']];
    for (const HOME of ['/nonexistent', home]) {
      const root = await writeProject([]);
      await execa('chmod', ['-R', 'a+rwX', root]);
      for (const command of commands) {
        const env = { HOME, PYTHON: python, XDG_CACHE_HOME: '', XDG_CONFIG_HOME: '' };
        const { exitCode, text } = await runBelow(ordinary, root, command, env);
        expect([command, exitCode, text]).toEqual([command, 0, text]);
        expect(text.match(/is not used|^ +at .*:\d+/gm)).toEqual(['is not used']);
      }
    }
  });

  test('in a folder that is named from the root, with a slash, with dots, or through a link', async () => {
    const root = await writeProject([]);
    const parent = await temporaryFolder();
    await symlink(root, join(parent, 'link'));
    for (const folder of [
      'examples',
      `${root}/examples/`,
      './content/../examples',
      join(parent, 'link/examples'),
    ])
      expect(await runCommand(root, 'check', ['--examples', folder])).toEqual({
        exitCode: 0,
        text: expect.stringContaining('1 verified;'),
      });
    expect(await runCommand(root, 'check', ['--examples', `${root}/nothing/`])).toEqual({
      exitCode: 2,
      text: 'nothing  There is no such folder of examples.\nnpm run new -- topic/name',
    });
  });
});
