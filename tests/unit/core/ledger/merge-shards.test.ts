import { describe, expect, test } from 'vitest';
import type { CachedRun } from '../../../../src/core/verdict/run.ts';
import { type Ledger, type LedgerEntry, ledgerText } from '../../../../src/core/ledger/ledger.ts';
import { mergeShards } from '../../../../src/core/ledger/merge-shards.ts';
import type { ShardResult, ShardSource } from '../../../../src/core/ledger/shard-result.ts';
import { ProblemError } from '../../../../src/core/problems/problem.ts';
import type { Interpreter } from '../../../../src/core/python-version.ts';
import { CPYTHON } from '../../../fixtures/examples.ts';

const NEWER: Interpreter = { ...CPYTHON, version: '3.14.1', path: '/usr/bin/python3.14' };

const verified = (id: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id,
  file: `examples/${id}.py`,
  verdict: 'verified',
  problems: [],
  python: '3.13.0',
  gil: true,
  durationMs: 10,
  cached: false,
  recording: `digest of ${id}`,
  ...more,
});
const skipped = (id: string, title: string): LedgerEntry => ({
  id,
  file: `examples/${id}.py`,
  verdict: 'skipped',
  problems: [{ file: `examples/${id}.py`, title }],
});
const kept = (id: string, more: Partial<CachedRun> = {}): readonly [string, CachedRun] => [
  `examples/${id}.py\n/usr/bin/python3.13`,
  {
    key: `key of ${id}`,
    stdout: `${id}\n`,
    stderr: '',
    exitCode: 0,
    durationMs: 10,
    exact: true,
    system: '6.1',
    ...more,
  },
];

/** A shard file: `2/3`, and what it found. */
function shard(
  name: string,
  entries: readonly LedgerEntry[],
  {
    from = `${name.replace('/', '-of-')}.shard.json`,
    interpreters = [CPYTHON],
    problems = [],
    ...more
  }: Partial<ShardResult> & {
    from?: string;
    interpreters?: readonly Interpreter[];
    problems?: Ledger['problems'];
  } = {},
): ShardSource {
  const [index = 0, count = 0] = name.split('/').map(Number);
  return {
    from,
    result: {
      pythons: [],
      sources: 'abc',
      runs: [],
      ledger: { part: { shard: { index, count } }, interpreters, entries, sandbox: 'sandboxed', problems },
      ...more,
    },
  };
}

function refused(...sources: readonly ShardSource[]): ProblemError {
  try {
    mergeShards(sources);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('They were merged');
}

describe('the ledgers of all shards', () => {
  const one = shard('1/2', [verified('a'), verified('c')], {
    problems: [{ file: 'examples/stray.txt', title: 'The file belongs to no example.' }],
  });
  const two = shard('2/2', [verified('b')], {
    problems: [{ file: 'examples/b.3.13.out', title: 'It says nothing of its own.' }],
  });
  const whole: Ledger = {
    interpreters: [CPYTHON],
    entries: [verified('a'), verified('b'), verified('c')],
    sandbox: 'sandboxed',
    problems: [
      { file: 'examples/b.3.13.out', title: 'It says nothing of its own.' },
      { file: 'examples/stray.txt', title: 'The file belongs to no example.' },
    ],
  };

  test('are one as if there had been no shards, in any order, and also if one comes twice', () => {
    for (const sources of [
      [one, two],
      [two, one],
      [one, two, { ...two, from: 'again' }],
    ])
      expect(mergeShards(sources).ledger).toEqual(whole);
  });

  test('differ in what was measured, and are the same bytes', () => {
    const slower = shard('2/2', [verified('b', { durationMs: 99, cached: true })]);
    expect(ledgerText(mergeShards([one, two, slower]).ledger)).toBe(ledgerText(whole));
  });

  test('take of two that say the same the one that left nothing unjudged', () => {
    const noted = shard('1/2', [verified('a', { note: 'Its cores were not free.' }), verified('c')], {
      problems: whole.problems,
    });
    for (const sources of [
      [noted, one, two],
      [two, one, noted],
    ])
      expect(mergeShards(sources).ledger).toEqual(whole);
    expect(mergeShards([noted, two]).ledger.entries[0]).toMatchObject({
      id: 'a',
      note: 'Its cores were not free.',
    });
  });

  test('say of which words they are, if they are not of all', () => {
    const chosen = (source: ShardSource): ShardSource => ({
      ...source,
      result: {
        ...source.result,
        ledger: { ...source.result.ledger, part: { ...source.result.ledger.part, selectors: ['a', 'b*'] } },
      },
    });
    expect(mergeShards([chosen(one), chosen(two)]).ledger.part).toEqual({ selectors: ['a', 'b*'] });
  });

  test('may be empty, where there are more shards than examples', () => {
    const empty: ShardSource = {
      from: 'empty',
      result: {
        ...two.result,
        ledger: { part: { shard: { index: 3, count: 3 } }, interpreters: [], entries: [], problems: [] },
      },
    };
    expect(
      mergeShards([shard('1/3', [verified('a')]), shard('2/3', [verified('b')]), empty]).ledger,
    ).toMatchObject({
      interpreters: [CPYTHON],
      entries: [verified('a'), verified('b')],
      sandbox: 'sandboxed',
    });
  });
});

describe('rows of a matrix', () => {
  const row = (python: string, interpreter: Interpreter, entries: readonly LedgerEntry[]): ShardSource =>
    shard('1/1', entries, { from: python, pythons: [python], interpreters: [interpreter] });
  const newer = { python: '3.14.1', gil: true };

  test('become one ledger, newest interpreter first; what one row had to skip, the other ran', () => {
    const { ledger } = mergeShards([
      row('3.13', CPYTHON, [verified('a'), skipped('b', 'Only 3.13.'), skipped('c', 'Only 3.13.')]),
      row('3.14', NEWER, [verified('a', newer), verified('b', newer), skipped('c', 'Only 3.14.')]),
    ]);
    expect(ledger.interpreters).toEqual([NEWER, CPYTHON]);
    expect(ledger.entries).toEqual([
      verified('a', newer),
      verified('a'),
      verified('b', newer),
      skipped('c', 'Only 3.13.'),
    ]);
  });

  test('each need all their shards', () => {
    const one = shard('1/2', [verified('a')], { pythons: ['3.13'] });
    const two = shard('2/2', [verified('b')], { pythons: ['3.14'] });
    expect(refused(one, two).problems.map(({ file, title, remedy }) => [file, title, remedy])).toEqual([
      [
        'shard 2/2',
        'It is missing for CPython 3.13: without it nothing is known of its examples.',
        'npm run check -- --python 3.13 --shard 2/2',
      ],
      [
        'shard 1/2',
        'It is missing for CPython 3.14: without it nothing is known of its examples.',
        'npm run check -- --python 3.14 --shard 1/2',
      ],
    ]);
  });

  test('keep the two builds of one version apart', () => {
    const other = { ...CPYTHON, path: '/opt/python3.13', build: 'another' };
    const both = shard('1/1', [verified('a'), verified('a')], { interpreters: [CPYTHON, other] });
    expect(mergeShards([both, { ...both, from: 'again' }]).ledger).toMatchObject({
      interpreters: [CPYTHON, other],
      entries: [verified('a'), verified('a')],
    });
  });
});

describe('not merged is', () => {
  test('less than all shards: what is missing is named, with the command that makes it', () => {
    const error = refused(shard('1/4', []), shard('4/4', []), shard('3/4', []));
    expect(error.exitCode).toBe(2);
    expect(error.problems).toEqual([
      {
        file: 'shard 2/4',
        title: 'It is missing: without it nothing is known of its examples.',
        detail:
          '    There is 1/4: 1-of-4.shard.json\n    There is 4/4: 4-of-4.shard.json\n' +
          '    There is 3/4: 3-of-4.shard.json',
        remedy: 'npm run check -- --shard 2/4',
      },
    ]);
  });

  test('a shard of other sources', () => {
    const error = refused(shard('1/2', []), shard('2/2', [], { sources: 'def' }));
    expect(error.exitCode).toBe(2);
    expect(error.problems).toEqual([
      {
        file: '2-of-2.shard.json',
        title: 'It is of other examples, recordings or code than 1-of-2.shard.json.',
        remedy: 'Merge the shards of one commit.',
      },
    ]);
  });

  test.for<[string, Partial<LedgerEntry>, string]>([
    [
      'verdict',
      {
        verdict: 'drifted',
        recording: undefined,
        problems: [{ file: 'examples/a.py', title: 'Output differs.' }],
      },
      'again: drifted, Output differs.',
    ],
    ['recording', { recording: 'another digest' }, 'again: verified, recording another dige'],
  ])(
    'what gives one example under one interpreter another %s: both files are named',
    ([, more, reported]) => {
      const error = refused(
        shard('1/1', [verified('a')]),
        shard('1/1', [verified('a', more)], { from: 'again' }),
      );
      expect(error.exitCode).toBe(1);
      expect(error.problems).toEqual([
        {
          file: 'again',
          title: 'It contradicts 1-of-1.shard.json on a under CPython 3.13.0.',
          detail: `    1-of-1.shard.json: verified, recording digest of a\n    ${reported}`,
          remedy: 'See which of them is right: npm run check -- a --fresh',
        },
      ]);
    },
  );

  test('another output of one run, where every byte is promised: both files are named', () => {
    const error = refused(
      shard('1/1', [], { runs: [kept('a'), kept('b')] }),
      shard('1/1', [], { from: 'again', runs: [kept('a', { stdout: 'A\n' })] }),
    );
    expect(error.exitCode).toBe(1);
    expect(error.problems).toEqual([
      {
        file: 'again',
        title:
          'It holds another output of examples/a.py under /usr/bin/python3.13 than ' +
          '1-of-1.shard.json, and every byte of it is promised.',
        remedy:
          'One of the two files was changed, or the example does not repeat: npm run prove -- ' +
          'examples/a.py --python /usr/bin/python3.13',
      },
    ]);
  });
});

describe('the verified runs of all shards', () => {
  const runs = (...sources: readonly ShardSource[]): unknown => mergeShards(sources).runs;

  test('are in one list, sorted, each once, whichever shard came first', () => {
    const [one, two] = [
      shard('1/2', [], { runs: [kept('c'), kept('a')] }),
      shard('2/2', [], { runs: [kept('b'), kept('a', { durationMs: 9 })] }),
    ] as const;
    expect(runs(one, two)).toEqual([kept('a'), kept('b'), kept('c')]);
    expect(runs(two, one)).toEqual(runs(one, two));
  });

  test('may differ in what varies under a contract: one is as good as another', () => {
    const [one, two] = [
      shard('1/2', [], { runs: [kept('a', { exact: false, stdout: '2 s' })] }),
      shard('2/2', [], { runs: [kept('a', { exact: false, stdout: '1 s' })] }),
    ] as const;
    expect(runs(one, two)).toEqual([kept('a', { exact: false, stdout: '1 s' })]);
    expect(runs(two, one)).toEqual(runs(one, two));
  });

  test('that were made in other surroundings stand side by side', () => {
    expect(
      runs(
        shard('1/2', [], { runs: [kept('a')] }),
        shard('2/2', [], { runs: [kept('a', { key: 'another', stdout: 'A\n' })] }),
      ),
    ).toEqual([kept('a', { key: 'another', stdout: 'A\n' }), kept('a')]);
  });
});
