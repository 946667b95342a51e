import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { recordAttack } from '../../fixtures/attacks.ts';
import { type Ended, runCommand, STACK } from '../../fixtures/command.ts';
import { writeProject } from '../../fixtures/problem-project.ts';

type Make = (file: string) => Promise<unknown>;
const folder: Make = file => mkdir(file);
const pipe: Make = file => execa('mkfifo', [file]);
const loop: Make = file => symlink(file, file);
const device: Make = file => symlink('/dev/zero', file);
const text =
  (content: string): Make =>
  file =>
    writeFile(file, content);

let order = 1;
const article = (body: string): Make => {
  order += 1;
  const head = `title: A\nsummary: What a page says.\nlevel: Beginner\norder: ${order}\nupdated: 2026-11-22`;
  return text(`---\n${head}\n---\n\n${body}\n`);
};
const block = (line: string): Make => text(`# /// script\n# ${line}\n# ///\nprint(1)\n`);
const at = (name: string): string => `content/advanced/${name}.mdx`;

/** A state, its file, and what a check says of it; undefined: nothing, the file is passed over. */
const ROWS: readonly (readonly [string, string, Make, string | undefined])[] = [
  ['an article that is a folder', at('folder'), folder, undefined],
  ['an article that is a pipe', at('pipe'), pipe, undefined],
  ['an article that is a device', at('device'), device, `${at('device')}  A symbolic link`],
  ['a deep quote', at('quote'), article('>'.repeat(10_000)), `${at('quote')}:9:1  It is nested more than 50`],
  ['a deep list', at('list'), article('- '.repeat(100_000)), `${at('list')}:9:1  It is nested more than 50`],
  [
    'deep stars',
    at('stars'),
    article(`${'*'.repeat(10_000)}x${'*'.repeat(10_000)}`),
    `${at('stars')}:9:1  It is nested more than 50`,
  ],
  ['deep brackets', at('brackets'), article('['.repeat(10_000)), undefined],
  ['many braces', at('braces'), article('{'.repeat(200_000)), 'It has 200000 "{": the most is 5000.'],
  ['many tags', at('tags'), article('<b>'.repeat(100_000)), 'It has 100000 "<": the most is 5000.'],
  ['deep front matter', at('front'), text(`---\ntitle: ${'['.repeat(10_000)}\n---\n`), 'is a sign of YAML'],
  ['a sample that is a folder', 'examples/topic/folder.py', folder, undefined],
  ['a sample that is a pipe', 'examples/topic/pipe.py', pipe, 'pipe.py  Neither a file nor a folder'],
  ['a sample that leads to itself', 'examples/topic/loop.py', loop, 'loop.py  A symbolic link'],
  ['a deep block', 'examples/topic/deep.py', block(`a = ${'{a='.repeat(10_000)}`), 'block is not TOML'],
  ['a name with a line feed', 'examples/topic/a\nb.py', text(''), String.raw`topic/a\nb.py  Its name`],
  [
    'a name that is an escape',
    'examples/topic/\u001b[31m::error.py',
    text(''),
    String.raw`examples/topic/\x1b[31m::error.py  Its name holds a character`,
  ],
  [
    'a name of a long file',
    `examples/topic/${'a'.repeat(250)}.py`,
    text('print(1)'),
    'aaa.py  Its output was never recorded',
  ],
  [
    'receipts of another shape',
    'examples/shape/recordings.json',
    text('null'),
    'shape/a.out  The recording has',
  ],
  [
    'deep receipts',
    'examples/deep/recordings.json',
    text(`{"a": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`),
    'deep/a.out  The recording has no receipt',
  ],
];

let running: Promise<Ended> | undefined;

/** How the one check of a project with all of them ended. */
function checked(): Promise<Ended> {
  running ??= check();
  return running;
}

async function check(): Promise<Ended> {
  const root = await writeProject([]);
  const put = async (path: string, make: Make): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await make(join(root, path));
  };
  for (const topic of ['shape', 'deep']) {
    await put(`examples/${topic}/a.py`, text('print(1)\n'));
    await put(`examples/${topic}/a.out`, text('1\n'));
  }
  for (const [, path, make] of ROWS) await put(path, make);
  return runCommand(root, 'check');
}

describe('a check of one project ends, with a sentence for each of its states:', () => {
  test('it falls short, and shows no stack', async () => {
    const { exitCode, text: shown } = await checked();
    expect(shown).not.toMatch(STACK);
    expect(shown).not.toContain('bug in Verbatim');
    expect(exitCode).toBe(1);
  });

  test.for(ROWS)('%s', async ([name, path, , part], { task }) => {
    const { text: shown } = await checked();
    const said = shown.split('\n').find(line => line.includes(part ?? path));
    recordAttack(task, { against: 'command', tried: `check: ${name}`, refused: said ?? 'passed over' });
    expect([name, said]).toEqual([name, part === undefined ? undefined : expect.any(String)]);
  });
});
