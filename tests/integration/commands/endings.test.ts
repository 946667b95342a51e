import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { runCommand, STACK } from '../../fixtures/command.ts';
import { writeProject } from '../../fixtures/problem-project.ts';
import { recordAttack } from '../../fixtures/attacks.ts';

type Prepare = (root: string) => Promise<unknown>;

const OUTPUT = 'examples/topic/greeting.out';
const RECEIPTS = 'examples/topic/recordings.json';

const instead =
  (path: string, make: (path: string) => Promise<unknown>): Prepare =>
  async root => {
    const file = join(root, path);
    await rm(file, { recursive: true, force: true });
    await mkdir(dirname(file), { recursive: true });
    await make(file);
  };
const nothing: Prepare = async () => undefined;
const folder = (path: string): Prepare => instead(path, file => mkdir(file));
const pipe = (path: string): Prepare => instead(path, file => execa('mkfifo', [file]));
const loop = (path: string): Prepare => instead(path, file => symlink(file, file));
const device = (path: string): Prepare => instead(path, file => symlink('/dev/zero', file));
const text = (path: string, content: string): Prepare => instead(path, file => writeFile(file, content));
const NO_FOLDER = 'A folder is where a file belongs. (EISDIR)';
const NO_FILE = 'A pipe, a socket or a device is where a file belongs. (ENXIO)';
const LOOP = 'Its symbolic links lead nowhere. (ELOOP)';

/** State, command, exit code, and a part of what is printed. */
const ROWS: readonly (readonly [string, Prepare, string, number, string])[] = [
  ['a sound project', nothing, 'check', 0, '1 verified;'],
  ['a recording that is a folder', folder(OUTPUT), 'check', 2, `${OUTPUT}  ${NO_FOLDER}`],
  ['a recording that is a pipe', pipe(OUTPUT), 'check', 2, `${OUTPUT}  ${NO_FILE}`],
  ['a recording that leads to itself', loop(OUTPUT), 'check', 2, `${OUTPUT}  ${LOOP}`],
  ['a recording that is a device', device(OUTPUT), 'record --yes --runs 1', 2, `${OUTPUT}  ${NO_FILE}`],
  ['receipts that are a folder', folder(RECEIPTS), 'check', 2, `${RECEIPTS}  ${NO_FOLDER}`],
  ['receipts that are a pipe', pipe(RECEIPTS), 'record --yes --runs 1', 2, `${RECEIPTS}  ${NO_FILE}`],
  ['a lockfile that is a folder', folder('package-lock.json'), 'check', 2, `package-lock.json  ${NO_FOLDER}`],
  ['a lockfile that is a pipe', pipe('package-lock.json'), 'check', 2, `package-lock.json  ${NO_FILE}`],
  ['examples that are a file', text('examples', ''), 'check', 2, 'examples  A file is where a folder'],
  ['articles that are a file', text('content', ''), 'check', 2, 'content  It is no folder.'],
  [
    'a track of articles that are a file',
    text('content', ''),
    'prove guide',
    2,
    'content  A file is where a folder belongs.',
  ],
  [
    'a track without examples',
    text('content/guide/a.mdx', 'Text'),
    'prove guide',
    0,
    '0 of 0 contracts hold.',
  ],
  ['articles that lead nowhere', loop('content'), 'check', 2, `content  ${LOOP}`],
  ['a state folder that is a file', text('.verbatim', ''), 'check', 2, '.verbatim/ledger.json  Something is'],
  ['settings that are a pipe', pipe('examples/pyproject.toml'), 'lint', 2, `pyproject.toml  ${NO_FILE}`],
  ['settings that are missing', nothing, 'lint', 2, 'examples/pyproject.toml  It is not there'],
  [
    'deep settings',
    text('examples/pyproject.toml', `a = ${'['.repeat(10_000)}`),
    'lint',
    2,
    'The file is not TOML.',
  ],
  ['an unknown option', nothing, 'check --nope', 2, "unknown option '--nope'"],
  ['an unknown report', nothing, 'check --report nope', 2, 'There is no report "nope"'],
  ['a report to nowhere', nothing, 'check --report json=/nowhere/x', 2, '/nowhere/x  It is not there'],
  ['a report to a folder', nothing, 'check --report json=.', 2, `.  ${NO_FOLDER}`],
  ['a report to a full disk', nothing, 'check --report json=/dev/full', 2, '/dev/full  The disk is full.'],
  ['1.5 jobs', nothing, 'check --jobs 1.5', 2, '"1.5" is not a whole number from 1 to 1000000.'],
  ['shard 0/2', nothing, 'check --shard 0/2', 2, '"0/2" is not a shard'],
  ['an output in a folder', folder('x'), 'check --shard 1/1 --output x', 2, `x  ${NO_FOLDER}`],
  ['runs of no file', nothing, 'check --runs x', 2, 'x  It is not there'],
  ['runs of a pipe', pipe('x'), 'check --runs x', 2, 'x  It is not a whole file of verified runs.'],
  ['shards of a pipe', pipe('x'), 'merge x', 2, 'x  It is not a whole shard file.'],
  ['shards of an empty folder', folder('x'), 'merge x', 2, 'x  No file in this folder'],
  ['a ledger that is a pipe', pipe('x'), 'verdict-tests --ledger x', 2, `x  ${NO_FILE}`],
  ['an interpreter that is a folder', nothing, 'check --python /tmp', 3, '/tmp is not an interpreter'],
  ['an interpreter that is a pipe', pipe('x'), 'check --python ./x', 3, './x is not an interpreter'],
  ['examples of another project', nothing, 'check --examples ../x', 2, 'not in the project: ../x'],
  ['examples of the machine', nothing, 'check --examples /tmp', 2, 'not in the project: /tmp'],
  ['examples with a dot', nothing, 'check --examples ./examples/', 0, '1 verified;'],
  ['an unknown example', nothing, 'check nothing', 2, 'nothing  No example has this id.'],
  ['a broken glob', nothing, 'check [', 2, '[  No example has this id.'],
  ['an article elsewhere', nothing, 'check --article ../../x', 2, 'There is no article of this name.'],
  ['a long new name', nothing, `new topic/${'a'.repeat(300)}`, 2, 'Its name is too long. (ENAMETOOLONG)'],
  ['a new name elsewhere', nothing, 'new ../x', 2, '".." is not the name of a Python module'],
  ['a topic that is a file', text('examples/x', ''), 'new x/a', 2, 'examples/x  Something is in its place.'],
  ['a month that is none', nothing, 'yearly --month soon', 2, '"soon" is no month.'],
  [
    'samples to list that are a file',
    text('examples', ''),
    'yearly',
    2,
    'examples  A file is where a folder',
  ],
  ['a project that names no version', nothing, 'yearly', 0, '## Versions in the text of articles: none'],
  ['no site', nothing, 'changed-pages --base main', 2, 'dist  The site is not built.'],
  ['no repository', folder('dist'), 'changed-pages --base main', 2, 'main  There is no such commit'],
  [
    'a commit that is an option',
    folder('dist'),
    'changed-pages --base=--force',
    2,
    'There is no such commit',
  ],
];

describe('a command ends in a sentence', () => {
  test.for(ROWS)('for %s', async ([name, prepare, command, exitCode, part], { task }) => {
    const root = await writeProject([]);
    await prepare(root);
    const [script = '', ...words] = command.split(' ');
    const ended = await runCommand(root, script, words);
    const said = ended.text.split('\n').find(line => line.includes(part)) ?? '';
    recordAttack(task, { against: 'command', tried: `${command}: ${name}`, refused: said });
    expect(ended.text).toContain(part);
    expect(ended.text).not.toMatch(STACK);
    expect(ended.text).not.toContain('bug in Verbatim');
    expect(ended.exitCode).toBe(exitCode);
  });

  test.for([
    [
      'a home that cannot be written',
      { XDG_CACHE_HOME: '/proc/nothing' },
      / is not used: it cannot be written/,
    ],
    ['no programs on PATH', { PATH: '/nowhere', CI: '' }, /1 verified;/],
    ['a temporary folder that is not there', { TMPDIR: '/nowhere' }, /1 verified;/],
  ] as const)('in surroundings with %s', async ([, env, expected]) => {
    const { text: shown, exitCode } = await runCommand(await writeProject([]), 'check', [], env);
    expect(shown).toMatch(expected);
    expect([exitCode, shown.match(/is not used/g)?.length ?? 0]).toEqual([
      0,
      'XDG_CACHE_HOME' in env ? 1 : 0,
    ]);
  });

  test('if few files can be open, and if there is no standard input', async () => {
    const root = await writeProject([]);
    const run = (shell: string): Promise<{ all: string; exitCode?: number | undefined }> =>
      execa('sh', ['-c', shell, process.execPath, join(process.cwd(), 'scripts/check.ts')], {
        cwd: root,
        reject: false,
        all: true,
        env: { CI: '', NO_COLOR: '1' },
      });
    const few = await run('ulimit -n 24; exec "$0" "$1"');
    expect(few.all).not.toMatch(STACK);
    expect([0, 2, 3]).toContain(few.exitCode);
    expect(await run('exec "$0" "$1" <&-')).toMatchObject({ exitCode: 0 });
  });

  test('if the reader of its output ends early: the exit code is that of the check', async () => {
    const root = await writeProject([]);
    const shell = '{ "$0" "$1" --report json; echo $? >code; } | head -c 1; cat code';
    const { stdout, stderr } = await execa(
      'sh',
      ['-c', shell, process.execPath, join(process.cwd(), 'scripts/check.ts')],
      { cwd: root, reject: false, env: { CI: '', NO_COLOR: '1' } },
    );
    expect([stdout, stderr]).toEqual(['{0', '']);
  });
});
