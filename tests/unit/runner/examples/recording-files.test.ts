import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Example } from '../../../../src/core/example/example.ts';
import { digest, isAuthentic } from '../../../../src/core/verdict/recording.ts';
import type { PrintedText } from '../../../../src/core/printed-text.ts';
import {
  readRecordings,
  removeRecording,
  writeRecording,
} from '../../../../src/runner/examples/recording-files.ts';
import { exampleOf } from '../../../fixtures/examples.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const example: Example = { ...exampleOf(), id: 'a', file: 'examples/a.py' };
const ACCEPTED = { python: '3.13.0', runs: 5 };

async function recorded(output: PrintedText): Promise<string> {
  const root = await temporaryFolder({ 'examples/a.py': '' });
  await writeRecording(root, example, output, ACCEPTED);
  return root;
}

describe('a recording is read back as it was written', () => {
  test.for([
    ['', undefined],
    ['a\n', undefined],
    ['no line feed, é, \r\n\u2028', undefined],
    ['a\n', 'b\n'],
    ['', ''],
  ] as const)('%j, %j', async ([out, err]) => {
    const root = await recorded({ out, err });
    const recording = readRecordings(root, example).base;
    expect(recording).toEqual({ out, err, receipt: { sha256: digest({ out, err }), ...ACCEPTED } });
    expect(recording && isAuthentic(recording)).toBe(true);
    expect(await readFile(join(root, 'examples', 'a.out'), 'utf8')).toBe(out);
  });
});

test('a recording is plain files beside the example, and a line in the receipts of its topic', async () => {
  const root = await recorded({ out: 'a\n', err: 'b\n' });
  expect((await readdir(join(root, 'examples'))).sort()).toEqual([
    'a.err',
    'a.out',
    'a.py',
    'recordings.json',
  ]);
  expect(await readFile(join(root, 'examples', 'recordings.json'), 'utf8')).toBe(
    `{\n  "a": {"sha256":"${digest({ out: 'a\n', err: 'b\n' })}","python":"3.13.0","runs":5}\n}\n`,
  );
});

test('a recording without error output takes away that of the one before', async () => {
  const root = await recorded({ out: 'a\n', err: 'b\n' });
  await writeRecording(root, example, { out: 'a\n' }, ACCEPTED);
  expect((await readdir(join(root, 'examples'))).sort()).toEqual(['a.out', 'a.py', 'recordings.json']);
});

test('recordings for single versions are beside it; each is written, read and removed alone', async () => {
  const root = await recorded({ out: 'a\n' });
  const versions = [
    ['3.9', 'nine\n'],
    ['3.13t', 'free\n'],
    ['3.13', 'thirteen\n'],
  ] as const;
  for (const [tag, out] of versions)
    await writeRecording(
      root,
      example,
      { out, err: '' },
      { ...ACCEPTED, ...(tag === '3.13t' ? { gil: false } : {}) },
      tag,
    );
  const { base, versions: read } = readRecordings(root, example);
  expect(base?.out).toBe('a\n');
  expect([...read].map(([key, { out, tag, receipt }]) => [key, out, tag, receipt?.gil])).toEqual([
    ['3.13', 'thirteen\n', '3.13', undefined],
    ['3.9', 'nine\n', '3.9', undefined],
    ['3.13t', 'free\n', '3.13t', false],
  ]);
  expect([...read.values()].every(isAuthentic)).toBe(true);
  await removeRecording(root, example, '3.13');
  await removeRecording(root, example, '3.9');
  expect((await readdir(join(root, 'examples'))).sort()).toEqual([
    'a.3.13t.err',
    'a.3.13t.out',
    'a.out',
    'a.py',
    'recordings.json',
  ]);
});

test('where nothing was recorded there is no recording', async () => {
  expect(readRecordings(await temporaryFolder({ 'examples/a.py': '' }), example).base).toBeUndefined();
});

describe('a recording that nobody recorded', () => {
  test.for<[string, string, string | Uint8Array]>([
    ['was edited by hand', 'a.out', 'A\n'],
    ['was edited in its last line feed', 'a.out', 'a'],
    ['had its error output edited', 'a.err', 'B\n'],
    ['is not UTF-8', 'a.out', Buffer.from([0xff])],
    ['has error output that is not UTF-8', 'a.err', Buffer.from([0xff])],
    ['has a receipt that is not JSON', 'recordings.json', '{ "sha256": '],
    ['has a receipt that is something else', 'recordings.json', '[]'],
    ['has a receipt of null', 'recordings.json', 'null'],
    [
      'has a receipt without its runs',
      'recordings.json',
      `{\n  "a": {"sha256":"${digest({ out: 'a\n', err: 'b\n' })}","python":"3.13.0"}\n}\n`,
    ],
  ])('%s', async ([, file, content]) => {
    const root = await recorded({ out: 'a\n', err: 'b\n' });
    await writeFile(join(root, 'examples', file), content);
    const recording = readRecordings(root, example).base;
    expect(recording === undefined ? undefined : isAuthentic(recording)).toBe(false);
  });
});

test('a recording that cannot be read is an error, not a missing one', async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, 'examples', 'a.out'), { recursive: true });
  expect(() => readRecordings(root, example)).toThrow('EISDIR');
});
