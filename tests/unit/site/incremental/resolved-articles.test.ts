import { expect, test } from 'vitest';
import { parseExample } from '../../../../src/core/example/example.ts';
import type { LedgerEntry } from '../../../../src/core/ledger/ledger.ts';
import type { Proofs } from '../../../../src/site/figures/example-proofs.ts';
import {
  type Remembered,
  resolvedMemo,
  resolvedOf,
} from '../../../../src/site/incremental/resolved-articles.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

function proofs(source = 'print(1)\n', out = '1\n', entry: Partial<LedgerEntry> = {}): Proofs {
  const { value: example } = parseExample(
    'a/one',
    'examples/a/one.py',
    new Map([['one.py', Buffer.from(source)]]),
  );
  const whole: LedgerEntry = {
    id: 'a/one',
    file: 'examples/a/one.py',
    verdict: 'verified',
    problems: [],
    python: '3.13.0',
    durationMs: 20,
    ...entry,
  };
  return new Map([
    [
      'a/one',
      {
        entry: whole,
        entries: [whole],
        example,
        proved: [{ recording: { out }, pythons: [{ version: '3.13.0', gil: true }] }],
        recorded: [{ out }],
        unproved: [],
      },
    ],
  ]);
}

const READ = { file: 'content/a/one.mdx', source: 'Text.', problems: [] };
const REMEMBERED: Remembered = {
  outline: { order: { place: 1, line: 2 }, links: [], anchors: ['one'], shown: ['a/one'], unverified: [] },
  card: { id: 'a/one', title: 'One', label: 'Track' },
  article: {
    digest: 'd',
    ids: ['a/one.py'],
    words: 2,
    codeLines: 1,
    twin: { key: 'k', bytes: 5, sha256: 's' },
  },
  used: { sources: ['x'], skips: [['s-3', 3]] },
};

test('an article is known until it, its examples or the code are others', async () => {
  const root = await temporaryFolder();
  const first = resolvedMemo(root, 'code', proofs());
  expect(first.find(READ)).toBeUndefined();
  first.keep(READ, REMEMBERED);
  await first.save();
  const find = (code: string, known: Proofs, read = READ): Remembered | undefined =>
    resolvedMemo(root, code, known).find(read);
  expect(find('code', proofs())).toMatchObject(REMEMBERED);
  // How long it took is on no page.
  expect(find('code', proofs('print(1)\n', '1\n', { durationMs: 30, cached: true }))).toMatchObject(
    REMEMBERED,
  );
  expect([
    find('other code', proofs()),
    find('code', proofs('print(1 )\n')),
    find('code', proofs('print(1)\n', '2\n')),
    find('code', proofs('print(1)\n', '1\n', { python: '3.14.0' })),
    find('code', new Map()),
    find('code', proofs(), { ...READ, source: 'Another text.' }),
    find('code', proofs(), { ...READ, file: 'content/a/two.mdx' }),
  ]).toEqual(Array(7).fill(undefined));
});

test('what a build did not ask for is forgotten', async () => {
  const root = await temporaryFolder();
  const first = resolvedMemo(root, 'code', proofs());
  first.keep(READ, REMEMBERED);
  first.keep({ ...READ, file: 'content/a/two.mdx' }, REMEMBERED);
  await first.save();
  const second = resolvedMemo(root, 'code', proofs());
  second.find(READ);
  await second.save();
  const third = resolvedMemo(root, 'code', proofs());
  expect([third.find(READ)?.card.title, third.find({ ...READ, file: 'content/a/two.mdx' })]).toEqual([
    'One',
    undefined,
  ]);
});

test('of an article stay its digests', () => {
  const compiled = {
    original: 'o',
    source: 'source',
    ids: ['a/one.py'],
    words: 2,
    codeLines: 1,
    anchors: new Set<string>(),
    twin: 'Zwölf.',
  };
  const resolved = resolvedOf(compiled);
  expect(resolved).toMatchObject({ ids: ['a/one.py'], words: 2, codeLines: 1, twin: { bytes: 7 } });
  expect(resolvedOf({ ...compiled, source: 'other' }).digest).not.toBe(resolved.digest);
  expect(resolvedOf({ ...compiled, twin: 'Zwanzig' }).twin.sha256).not.toBe(resolved.twin.sha256);
});
