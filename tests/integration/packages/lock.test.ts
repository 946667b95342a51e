import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accept, lock, sampleWith, verdictsOf } from '../../fixtures/package-project.ts';
import { packageIndex } from '../../fixtures/package-index.ts';
import { project } from '../../fixtures/project.ts';
import { runCommand } from '../../fixtures/command.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';
import { type Wheel, writeWheels } from '../../fixtures/wheels.ts';

const ONE: Wheel = { name: 'one' };
const NEWER: Wheel = { name: 'one', version: '2.0' };
const PRINT = 'import one\n\nprint(one.VERSION)\n';
const FILE = 'examples/topic/sample.requirements.txt';

/** A project of one sample with these dependencies, locked. */
async function lockedProject(dependencies: readonly string[], more = ''): Promise<string> {
  const root = await project({ 'topic/sample.py': sampleWith(dependencies, PRINT, more) });
  await lock(root);
  return root;
}

const textOf = (root: string): Promise<string> => readFile(join(root, FILE), 'utf8');

describe('a lock', () => {
  test('begins with the block that it was made for, and names each file by its hash, but no place', async () => {
    const { folder } = await packageIndex([ONE]);
    const text = await textOf(await lockedProject(['one'], '# requires-python = ">=3.11"\n'));
    expect(text).toMatch(
      /^# Made by: npm run lock -- topic\/sample\n# requires-python = ">=3\.11"\n# dependencies = \["one"\]\none==1\.0 \\\n {4}--hash=sha256:[0-9a-f]{64}\n$/,
    );
    expect(text).not.toContain(folder);
  });

  test('keeps its versions until somebody upgrades it', async () => {
    const { folder } = await packageIndex([ONE]);
    const root = await lockedProject(['one']);
    await writeWheels(folder, [NEWER]);
    expect(await lock(root)).toMatchObject([{ kind: 'unchanged' }]);
    expect(await lock(root, { upgrade: true })).toMatchObject([
      { kind: 'written', changes: ['  one 1.0 → 2.0'] },
    ]);
    expect(await lock(root, { upgrade: true })).toMatchObject([{ kind: 'unchanged' }]);
  });

  test('is made by "record" if it is missing or of another block, and left alone otherwise', async () => {
    const { folder } = await packageIndex([ONE]);
    const root = await lockedProject(['one']);
    await writeWheels(folder, [NEWER]);
    expect(await lock(root, { which: 'missing' })).toEqual([]);
    await writeFile(join(root, 'examples/topic/sample.py'), sampleWith(['one>1'], PRINT));
    expect(await verdictsOf(root)).toMatchObject({
      'topic/sample': ['failed', `Its lock, ${FILE}, was made for another block.`],
    });
    expect(await lock(root, { which: 'missing' })).toMatchObject([{ changes: ['  one 1.0 → 2.0'] }]);
    expect(await accept(root)).toEqual([]);
  });

  test('is of a sample with its variants, and of its timeline', async () => {
    await packageIndex([ONE, NEWER]);
    const block = `# /// script
# dependencies = ["One"]
# [tool.verbatim]
# timeline = true
# [[tool.verbatim.variant]]
# name = "with another word"
# replace = { '"version"' = '"name"' }
# ///
`;
    const root = await project({
      'topic/sample.py': `${block}import one\n\nprint("version", one.VERSION)\n`,
    });
    await lock(root);
    expect(await accept(root)).toEqual([]);
    expect(await verdictsOf(root)).toEqual({
      'topic/sample': ['verified'],
      'topic/sample.with-another-word': ['verified'],
      'topic/sample.timeline': ['verified'],
    });
  });

  test('is that of a sample of several files beside its main.py, and no file of its run', async () => {
    await packageIndex([ONE]);
    const list = 'import os\n\nimport one\n\nprint(sorted(os.listdir()), one.VERSION)\n';
    const root = await project({
      'topic/many/main.py': sampleWith(['one'], list),
      'topic/many/data.txt': '',
    });
    expect(await lock(root)).toMatchObject([{ file: 'examples/topic/many/main.requirements.txt' }]);
    expect(await accept(root)).toEqual([]);
    expect(await readFile(join(root, 'examples/topic/many/main.out'), 'utf8')).toBe(
      "['data.txt', 'main.py'] 1.0\n",
    );
  });

  test('takes names in any case, extras and conditions', async () => {
    await packageIndex([ONE, { name: 'Mixed_Case', version: '3.1' }]);
    const root = await lockedProject([
      'One[some] >=1 ; python_version >= "3"',
      'mixed.case; sys_platform == "win32"',
    ]);
    expect(await textOf(root)).toMatch(/^mixed-case==3\.1 ; sys_platform == 'win32' \\$/m);
    expect(await accept(root)).toEqual([]);
    expect(await verdictsOf(root)).toEqual({ 'topic/sample': ['verified'] });
  });
});

test('what the checkout, or a sample, holds of settings for uv and pip is not read', async () => {
  const { env } = await packageIndex([ONE]);
  const evil = await temporaryFolder();
  await writeWheels(evil, [{ ...ONE, version: '9.0' }]);
  const uv = `find-links = ["${evil}"]\n`;
  const root = await project({
    'topic/sample.py': sampleWith(['one'], PRINT, `# [tool.uv]\n# find-links = ["${evil}"]\n`),
  });
  await writeFile(join(root, 'uv.toml'), uv);
  await writeFile(join(root, 'pyproject.toml'), `[tool.uv]\n${uv}`);
  await writeFile(join(root, 'pip.conf'), `[global]\nfind-links = ${evil}\n`);
  await mkdir(join(root, 'bin'));
  await writeFile(join(root, 'bin/uv'), '#!/bin/sh\ntouch called\nexit 1\n', { mode: 0o755 });
  const PATH = `bin:${root}/bin:${env.PATH}`;
  const { exitCode, text } = await runCommand(root, 'lock', [], { ...env, PATH });
  expect([exitCode, text]).toEqual([0, expect.stringContaining('+ one 1.0')]);
  expect(text).toContain('Now: npm run check -- topic/sample');
  await expect(readFile(join(root, 'called'))).rejects.toThrow('ENOENT');
});

test('settings of the user hold: a folder in the file of uv, and an index in a variable', async () => {
  const { env, settings } = await packageIndex([]);
  const own = await temporaryFolder();
  await writeWheels(own, [{ ...ONE, version: '7.0' }]);
  await writeFile(settings, `no-index = true\nfind-links = ["${own}"]\nlink-mode = "symlink"\n`);
  const root = await project({ 'topic/sample.py': sampleWith(['one'], PRINT) });
  expect((await runCommand(root, 'lock', [], env)).text).toContain('+ one 7.0');
  expect(await accept(root)).toEqual([]);
  await writeFile(settings, '');
  await rm(join(root, FILE));
  const away = { ...env, UV_INDEX_URL: 'http://127.0.0.1:9/simple', UV_HTTP_RETRIES: '0' };
  expect((await runCommand(root, 'lock', [], away)).text).toContain('http://127.0.0.1:9/simple/one/');
});

/** A lock that somebody has altered, and the line that is refused. */
const ALTERED: readonly (readonly [string, (text: string) => string | Buffer, number])[] = [
  ['an index', text => text.replace('one==', '--index-url https://a.b/simple\none=='), 3],
  ['an index in a condition', text => text.replace(' \\\n', " ; python_version > '3' --index-url=x \\\n"), 3],
  ['a file', text => text.replace('one==', '-r other.txt\none=='), 3],
  ['a folder', text => text.replace('one==', '-e .\none=='), 3],
  ['an address', text => text.replace('one==1.0', 'one @ https://a.b/one.whl'), 3],
  ['no hash', text => text.replace(/ \\\n.*\n$/, '\n'), 3],
  ['a hash that is no hash', text => text.replace('sha256', 'md5'), 4],
  ['a version that is a range', text => text.replace('==', '>='), 3],
  ['a comment in the middle', text => text.replace('    --hash', '# comment\n    --hash'), 4],
  ['a comment at the end', text => `${text}# comment\n`, 5],
  ['CRLF', text => text.replaceAll('\n', '\r\n'), 3],
  ['a carriage return in a condition', text => text.replace(' \\\n', " ; a > '3'\r-r x \\\n"), 3],
  ['a byte order mark', text => `\ufeff${text}`, 1],
  ['bytes that are no text', () => Buffer.from([0xff, 0x00, 0xfe]), 1],
  ['nothing', () => '', 1],
  ['an end in the middle', text => text.slice(0, text.indexOf('    --hash')), 3],
];

describe('an altered lock is refused before uv reads it, at its line:', () => {
  test.for(ALTERED)('%s', async ([, alter, line]) => {
    await packageIndex([ONE]);
    const root = await lockedProject(['one']);
    await writeFile(join(root, FILE), alter(await textOf(root)));
    const { verify } = await import('../../../src/runner/commands/verify.ts');
    const { entries } = (await verify({ root })).ledger;
    expect(entries).toMatchObject([
      {
        verdict: 'failed',
        problems: [{ file: FILE, line, remedy: 'Make it anew: npm run lock -- topic/sample' }],
      },
    ]);
    expect(await lock(root)).toMatchObject([{ kind: 'written' }]);
    expect(await accept(root)).toEqual([]);
  });

  test('other white space in what it says of the block', async () => {
    await packageIndex([ONE]);
    const root = await lockedProject(['one']);
    await writeFile(join(root, FILE), (await textOf(root)).replace('["one"]', '[ "one" ]'));
    expect(await verdictsOf(root)).toEqual({
      'topic/sample': ['failed', `Its lock, ${FILE}, was made for another block.`],
    });
  });

  test('a link, and five megabytes', async () => {
    await packageIndex([ONE]);
    const root = await lockedProject(['one']);
    const text = await textOf(root);
    await writeFile(join(root, FILE), text + text.slice(text.indexOf('one==')).repeat(50_000));
    expect(await verdictsOf(root)).toEqual({
      'topic/sample': ['failed', expect.stringMatching(/^It has \d+\.\d MB, and no lock is that long\.$/)],
    });
    await rm(join(root, FILE));
    await writeFile(join(root, 'elsewhere.txt'), text);
    await symlink('../../elsewhere.txt', join(root, FILE));
    expect(await verdictsOf(root)).toEqual({
      'topic/sample': ['failed', 'A symbolic link: an example holds its own files.'],
    });
  });
});
