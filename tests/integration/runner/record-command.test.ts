import { mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';

const SAMPLES = { 'a.py': 'print("apple")\n', 'b.py': 'print("banana")\n', 'c.py': 'print("cherry")\n' };
const outputs = async (root: string): Promise<string[]> =>
  (await readdir(join(root, 'examples'))).filter(name => name.endsWith('.out')).sort();

/** `npm run record` in a project, in a terminal where something is typed as soon as a text is seen. */
async function record(
  root: string,
  words: readonly string[],
  steps?: readonly (readonly [string, string])[],
  env: Readonly<Record<string, string>> = {},
) {
  const python = (await interpreter()).path;
  const command = [
    process.execPath,
    resolve('scripts/record.ts'),
    '--runs',
    '1',
    '--python',
    python,
    ...words,
  ];
  const [file = '', ...rest] =
    steps === undefined
      ? command
      : [python, resolve('tests/fixtures/terminal.py'), JSON.stringify(steps), ...command];
  // Without a sandbox, the command would ask first whether the examples are trusted.
  const state = join(root, 'state');
  await mkdir(join(state, 'verbatim'), { recursive: true });
  await writeFile(join(state, 'verbatim/trusted-checkouts.json'), JSON.stringify([await realpath(root)]));
  const { all, exitCode } = await execa(file, rest, {
    cwd: root,
    reject: false,
    all: true,
    stdin: 'ignore',
    env: {
      CI: undefined,
      TERM: 'xterm',
      NO_COLOR: undefined,
      FORCE_COLOR: undefined,
      XDG_STATE_HOME: state,
      ...env,
    },
  });
  return { exitCode, raw: all, text: stripVTControlCharacters(all).replaceAll('\r', '') };
}

test('without a terminal, changes are shown and nothing is written; --yes accepts them', async () => {
  const root = await project(SAMPLES);
  const shown = await record(root, ['a', 'b']);
  expect(shown.exitCode).toBe(1);
  expect(shown.raw).toBe(`not recorded a
+apple

not recorded b
+banana

2 declined
Nothing was written: there is no terminal to ask on. To accept what is shown: npm run record -- --runs 1 --python ${(await interpreter()).path} a b --yes`);
  expect(await outputs(root)).toEqual([]);
  const accepted = await record(root, ['a', 'b', '--yes']);
  expect([accepted.exitCode, accepted.raw]).toEqual([
    0,
    'recorded a\n+apple\n\nrecorded b\n+banana\n\n2 recorded',
  ]);
  expect(await outputs(root)).toEqual(['a.out', 'b.out']);
});

test('a terminal shows one question for each changed example, in colors, and obeys the answers', async () => {
  const root = await project(SAMPLES);
  const { exitCode, raw, text } = await record(
    root,
    [],
    [
      ['Accept a?', 'y\r'],
      ['Accept b?', 'n\r'],
      ['Accept c?', 'a\r'],
    ],
  );
  expect(exitCode).toBe(0);
  expect(text).toMatch(
    /^a\n\+apple\n\nAccept a\? \(1 of 3\) \[y\/n\/a\/q\] y\n\nb\n\+banana\n\nAccept b\? \(2 of 3\) \[y\/n\/a\/q\] n\n\nc\n\+cherry\n\nAccept c\? \(3 of 3\) \[y\/n\/a\/q\] a\n\nrecorded a\n\nnot recorded b\n\nrecorded c\n\n2 recorded, 1 declined$/,
  );
  expect(raw).toContain('\u001b[32m+apple\u001b[39m');
  expect(await outputs(root)).toEqual(['a.out', 'c.out']);
});

test('Ctrl-C at a question writes nothing, also of what was said yes to; NO_COLOR is obeyed', async () => {
  const root = await project(SAMPLES);
  await record(root, ['a', '--yes']);
  await writeFile(join(root, 'examples', 'a.py'), 'print("apples")\n');
  const { exitCode, raw } = await record(
    root,
    [],
    [
      ['Accept a?', 'y\r'],
      ['Accept b?', '\u0003'],
    ],
    { NO_COLOR: '1' },
  );
  expect(exitCode).toBe(130);
  expect(raw).toContain('-apple\r\n+apples\r\n');
  expect(raw).toMatch(/Interrupted: nothing was written\.\s*$/);
  expect([await outputs(root), await readFile(join(root, 'examples', 'a.out'), 'utf8')]).toEqual([
    ['a.out'],
    'apple\n',
  ]);
});
