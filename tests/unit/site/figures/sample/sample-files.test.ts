import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { escapeHtml } from '../../../../../src/core/text/escape-html.ts';
import { wordsOf } from '../../../../../src/core/words/languages.ts';
import { auditedSample } from '../../../../../src/site/audit/plan/sample/audited-sample.ts';
import { expectedFiles } from '../../../../../src/site/audit/plan/sample/expected-files.ts';
import { archiveOf, archives } from '../../../../../src/site/figures/sample/archive.ts';
import { sampleFiles } from '../../../../../src/site/figures/sample/sample-files.ts';
import { PLAIN } from '../../../../../src/site/highlight/plain-highlighter.ts';
import { exampleOf } from '../../../../fixtures/examples.ts';
import { seeded, seeds } from '../../../../fixtures/seeded.ts';

const { runLine: words } = wordsOf('en');

/** An example with these files beside its `main.py`. */
function exampleWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const example = exampleOf();
  const all = Object.entries({ 'main.py': example.source, ...files }).map(
    ([name, content]) => [name, Buffer.from(content as string)] as const,
  );
  const file = 'examples/topic/sample/main.py';
  return { ...example, file, entry: 'main.py', files: new Map(all) };
}

/** What a figure shows of each file, after the audit has found the same. */
function shownOf(example: ReturnType<typeof exampleWith>) {
  const { tabs = [], others = [] } = sampleFiles(example, PLAIN) ?? {};
  const expected = expectedFiles({ file: example.file, sample: auditedSample(example, true) }, words);
  const noteOf = ({ text, bytes, cut, isText }: (typeof tabs)[number]): string | undefined => {
    if (text === undefined) return isText ? words.long(bytes) : words.binary(bytes);
    if (text === '') return words.empty;
    return cut > 0 ? words.cut(cut, bytes) : undefined;
  };
  const found = tabs.map(tab => ({ name: tab.name, bytes: tab.bytes, text: tab.text, note: noteOf(tab) }));
  expect(expected?.tabs.map(({ name, bytes, text, note }) => ({ name, bytes, text, note }))).toEqual(
    found.map(each => ({ ...each })),
  );
  expect(expected?.others.map(({ name, bytes }) => ({ name, bytes }))).toEqual(others);
  for (const { text, lines } of tabs) expect(lines.join('')).toBe(escapeHtml(text ?? ''));
  return { tabs: found, others };
}

const lines = (count: number): string => Array.from({ length: count }, (_, at) => `${at}\n`).join('');

test('an example of one file has no tabs and no archive', () => {
  expect(sampleFiles(exampleOf(), PLAIN)).toBeUndefined();
  expect(archives([exampleOf()]).size).toBe(0);
});

test('programs come first, then data, each with every byte of its text', () => {
  const { tabs } = shownOf(
    exampleWith({ 'a.csv': 'a\r\nb', 'z.py': 'x = 1\n', 'b/c.py': '\n\n', 'd.txt': '' }),
  );
  expect(tabs).toEqual([
    { name: 'b/c.py', bytes: 2, text: '\n\n', note: undefined },
    { name: 'z.py', bytes: 6, text: 'x = 1\n', note: undefined },
    { name: 'a.csv', bytes: 4, text: 'a\r\nb', note: undefined },
    { name: 'd.txt', bytes: 0, text: '', note: 'An empty file.' },
  ]);
});

test.for([
  ['bytes that are no text', Buffer.from([0xff, 0xd8, 0xff])],
  ['a NUL', 'a\0b'],
  ['a bell', 'a\u0007'],
  ['a carriage return alone', 'a\rb'],
  ['a mark of direction', 'a\u202eb'],
  ['a mark of byte order', '\ufeffa,b\n'],
  ['a space that nobody sees', 'a\u200bb'],
] as const)('of a file with %s, a figure shows name and size', ([, content]) => {
  const [file] = shownOf(exampleWith({ x: content })).tabs;
  expect(file?.text).toBeUndefined();
  expect(file?.note).toMatch(/^Nothing that a page can show: \d+ bytes\. It is in the archive\.$/);
});

test('a long file shows its first lines, and one with long lines none', () => {
  const { tabs } = shownOf(exampleWith({ a: lines(201), b: 'x'.repeat(20_001), c: lines(200) }));
  expect(tabs).toEqual([
    { name: 'a', bytes: 694, text: lines(20), note: '181 more lines; the archive has all 694 bytes.' },
    {
      name: 'b',
      bytes: 20_001,
      text: undefined,
      note: 'Too long to show: 20 kB. All of it is in the archive.',
    },
    { name: 'c', bytes: 690, text: lines(200), note: undefined },
  ]);
});

test('all files together are as long as a page can bear', () => {
  const wide = `${'x'.repeat(90)}\n`.repeat(100);
  const { tabs } = shownOf(exampleWith({ a: wide, b: wide, c: wide, d: 'short\n', e: '' }));
  expect(tabs.map(({ text }) => text?.length)).toEqual([9100, 9100, 1820, 6, 0]);
});

test('a figure has eight tabs beside the file that runs; the others are listed with their sizes', () => {
  const names = Array.from({ length: 60 }, (_, at) => `f${String(at).padStart(2, '0')}.txt`);
  const { tabs, others } = shownOf(exampleWith(Object.fromEntries(names.map(name => [name, 'x']))));
  expect([tabs.length, others.length]).toEqual([8, 52]);
});

test.for(seeds(200))('what is shown and what the audit expects agree for random files: %s', seed => {
  const { number, pick, list } = seeded(seed);
  const usual = ['a', '\n', '\t', 'ß', '\u200d', '😀', ' ', '<', '&', 'words\n', '\r\n'];
  const unusual = ['\u200b', '\r', '\u0007', '\ufeff', '\u202e'];
  const content = (): string => list(pick([0, 30, 300, 9000]), () => pick(usual)).join('');
  const files = list(11, () => [
    `${number(1000)}.${pick(['py', 'txt', 'json'])}`,
    content() + (number(6) === 0 ? pick(unusual) : ''),
  ]);
  shownOf(exampleWith(Object.fromEntries([['first.txt', content()], ...files])));
});

test('the same files are the same archive, whatever their order, in every zone of time', () => {
  const one = exampleWith({ 'b.txt': 'b', 'a/ü.txt': 'ü' });
  const other = exampleWith({ 'a/ü.txt': 'ü', 'b.txt': 'b' });
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Kiritimati';
  const early = archiveOf(one);
  process.env.TZ = 'America/Los_Angeles';
  expect(Buffer.from(archiveOf(other)).equals(early)).toBe(true);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(
    Object.entries(unzipSync(early)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
  ).toEqual([
    ['sample/a/ü.txt', 'ü'],
    ['sample/b.txt', 'b'],
    ['sample/main.py', one.source],
  ]);
});
