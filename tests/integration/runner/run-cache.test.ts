import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../../src/core/text/hash.ts';
import type { LedgerEntry } from '../../../src/core/ledger/ledger.ts';
import { CACHE_CODE, RunCache, type Sources } from '../../../src/runner/cache/run-cache.ts';
import { codeDigest } from '../../../src/runner/cache/run-key.ts';
import { signerOf } from '../../../src/runner/files/user-key.ts';
import { checkedText } from '../../../src/runner/files/atomic-write.ts';
import { record } from '../../../src/runner/commands/record-examples.ts';
import type { Sandbox } from '../../../src/runner/sandbox/sandbox.ts';
import { verify } from '../../../src/runner/commands/verify.ts';
import { exampleOf, runOf, sourceOf } from '../../fixtures/examples.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';
import { digest } from '../../../src/core/verdict/recording.ts';

const EXAMPLE = exampleOf();
const SANDBOX: Sandbox = { kind: 'unsandboxed', reason: 'a test' };

/** A project with a recorded example `topic/sample`, and the run of it that is kept. */
async function recorded(
  files: Readonly<Record<string, string>> = { 'topic/sample.py': 'print("hello")\n' },
): Promise<string> {
  const root = await project(files);
  await record({ root, pythons: [(await interpreter()).path], runs: 2 });
  return root;
}

async function check(root: string, reuse = true): Promise<readonly LedgerEntry[]> {
  return (await verify({ root, pythons: [(await interpreter()).path], reuse })).ledger.entries;
}

const open = async (root: string, sources?: Sources): Promise<RunCache> =>
  RunCache.open(root, SANDBOX, [await interpreter()], sources);

const how = (entries: readonly LedgerEntry[]): unknown[] =>
  entries.map(({ id, verdict, cached }) => [id, verdict, cached]);

describe('a verified run', () => {
  test('is made once, and given again as it was made: its time is that of the run', async () => {
    const root = await recorded();
    const [first] = await check(root);
    const [second] = await check(root);
    expect(first).toMatchObject({ verdict: 'verified', cached: false });
    expect(second).toEqual({ ...first, cached: true });
  });

  test('is kept beside that of its variant', async () => {
    const variant = '[[tool.verbatim.variant]]\nname = "other"\nreplace = { "hello" = "bye" }';
    const root = await recorded({ 'topic/sample.py': sourceOf(variant) });
    expect(how(await check(root)).length).toBe(2);
    expect(how(await check(root))).toEqual([
      ['topic/sample', 'verified', true],
      ['topic/sample.other', 'verified', true],
    ]);
  });

  test('is made anew where no earlier one is to be used', async () => {
    const root = await recorded();
    await check(root);
    expect(how(await check(root, false))).toEqual([['topic/sample', 'verified', false]]);
  });

  test('is made anew after a change of its source, and of no other example', async () => {
    const root = await recorded({ 'topic/one.py': 'print("hello")\n', 'topic/two.py': 'print("hello")\n' });
    await check(root);
    await writeFile(join(root, 'examples/topic/two.py'), 'print("hello")  # again\n');
    expect(how(await check(root))).toEqual([
      ['topic/one', 'verified', true],
      ['topic/two', 'verified', false],
    ]);
    expect(how(await check(root))).toEqual([
      ['topic/one', 'verified', true],
      ['topic/two', 'verified', true],
    ]);
  });

  test('is judged by the recording as it is now', async () => {
    const root = await recorded();
    await check(root);
    await rm(join(root, 'examples/topic/recordings.json'));
    expect(how(await check(root))).toEqual([['topic/sample', 'unrecorded', false]]);
  });
});

describe('a run that another machine made', () => {
  test('is found on any release of the system if given; an own one only on the same', async () => {
    const root = await project({});
    await writeExample(root);
    const used = await interpreter();
    const cache = await open(root);
    cache.store(EXAMPLE, { ...runOf({ stdout: 'hello\n' }), interpreter: used }, true);
    await cache.save();
    const there = cache.used.map(([place, kept]) => [place, { ...kept, system: 'another release' }] as const);
    const file = join(root, '.verbatim/runs.json');
    await writeFile(file, checkedText(there, signerOf(file, codeDigest(CACHE_CODE))));
    expect((await open(root)).find(EXAMPLE, used)).toBeUndefined();
    const given = await open(root, { own: false, given: there });
    expect(given.find(EXAMPLE, used)).toMatchObject({ stdout: Buffer.from('hello\n'), exitCode: 0 });
    expect(given.find(exampleOf('print("hullo")\n'), used)).toBeUndefined();
    expect(given.used).toEqual(there);
  });
});

describe('never kept is', () => {
  test('a run that fell short, and it takes the place of one that did not', async () => {
    const root = await project({});
    const cache = await open(root);
    const run = { ...runOf({ stdout: 'hello\n' }), interpreter: await interpreter() };
    await writeExample(root);
    cache.store(EXAMPLE, run, true);
    await cache.save();
    expect((await open(root)).find(EXAMPLE, run.interpreter)).toEqual(run);
    const later = await open(root);
    later.store(EXAMPLE, run, false);
    await later.save();
    expect((await open(root)).find(EXAMPLE, run.interpreter)).toBeUndefined();
  });

  test('a run that did not get its cores: of what it measured nothing was judged', async () => {
    const root = await project({});
    const cache = await open(root);
    const run = { ...runOf({ underContention: true }), interpreter: await interpreter() };
    await writeExample(root);
    cache.store(EXAMPLE, run, true);
    await cache.save();
    expect((await open(root)).find(EXAMPLE, run.interpreter)).toBeUndefined();
  });
});

describe('the file of kept runs', () => {
  const FILE = '.verbatim/runs.json';

  test.for([
    ['cut short', (text: string) => text.slice(0, -20)],
    ['changed in one character', (text: string) => text.replace('hello', 'hullo')],
    ['empty', () => ''],
    ['of another shape', () => '[]\n'],
    ['made by somebody without the key', (text: string) => withDigest(text.split('\n')[1] ?? '')],
  ] as const)('is not trusted when it is %s, and is replaced', async ([, damage]) => {
    const root = await recorded();
    await check(root);
    const whole = await readFile(join(root, FILE), 'utf8');
    await writeFile(join(root, FILE), damage(whole));
    expect(how(await check(root))).toEqual([['topic/sample', 'verified', false]]);
    expect(how(await check(root))).toEqual([['topic/sample', 'verified', true]]);
  });

  test('is whole after two verifications at the same time, and holds what both made', async () => {
    const root = await recorded({ 'topic/one.py': 'print("hello")\n', 'topic/two.py': 'print("hello")\n' });
    const pythons = [(await interpreter()).path];
    const both = await Promise.all(
      ['topic/one', 'topic/two', 'topic'].map(word => verify({ root, pythons, words: [word], reuse: true })),
    );
    expect(both.flatMap(({ ledger }) => ledger.entries.map(({ verdict }) => verdict))).toEqual([
      'verified',
      'verified',
      'verified',
      'verified',
    ]);
    expect(how(await check(root)).map(each => (each as unknown[])[1])).toEqual(['verified', 'verified']);
    expect(how(await check(root))).toEqual([
      ['topic/one', 'verified', true],
      ['topic/two', 'verified', true],
    ]);
  });

  test('holds no run of an example that is gone', async () => {
    const root = await recorded({ 'topic/one.py': 'print("hello")\n', 'topic/two.py': 'print("hello")\n' });
    await check(root);
    for (const ending of ['py', 'out']) await rm(join(root, `examples/topic/one.${ending}`));
    await writeFile(join(root, 'examples/topic/two.py'), 'print("hello")  # again\n');
    await check(root);
    expect(await readFile(join(root, FILE), 'utf8')).not.toContain('topic/one');
  });
});

/** A file as everybody can make it. */
const withDigest = (body: string): string => `${fingerprint([body])}\n${body}`;

/** The file that a kept run belongs to. */
async function writeExample(root: string): Promise<void> {
  const { mkdir } = await import('node:fs/promises');
  await mkdir(join(root, 'examples/topic'), { recursive: true });
  await writeFile(join(root, EXAMPLE.file), EXAMPLE.source);
}

test('a run that somebody else has written is no run: an output that nobody printed is verified by none', async () => {
  const root = await recorded();
  await check(root);
  const other = { path: await temporaryFolder() };
  const file = join(root, '.verbatim/runs.json');
  const body = (await readFile(file, 'utf8')).split('\n')[1] ?? '';
  // The recording and the cached run agree; the sample prints something else.
  await writeFile(join(root, 'examples/topic/sample.out'), 'banana\n');
  const sha256 = digest({ out: 'banana\n', err: undefined });
  const receipts = join(root, 'examples/topic/recordings.json');
  await writeFile(
    receipts,
    (await readFile(receipts, 'utf8')).replace(/"sha256":\s*"[0-9a-f]+"/, `"sha256": "${sha256}"`),
  );
  const forged = JSON.parse(body.replace('hello\\n', 'banana\\n')) as unknown;
  for (const sign of [undefined, signerOf(file, codeDigest(CACHE_CODE), other)]) {
    await writeFile(file, checkedText(forged, sign));
    expect(how(await check(root))).toEqual([['topic/sample', 'drifted', false]]);
  }
  // With the key of this user it is believed: so the key is what keeps others out.
  await writeFile(file, checkedText(forged, signerOf(file, codeDigest(CACHE_CODE))));
  expect(how(await check(root))).toEqual([['topic/sample', 'verified', true]]);
});
