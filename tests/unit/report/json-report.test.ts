import { expect, test } from 'vitest';
import { jsonReport } from '../../../src/report/reports.ts';
import { CPYTHON } from '../../fixtures/examples.ts';
import { DRIFTED, MIXED, SKIPPED, SOUND, VERIFIED } from '../../fixtures/ledgers.ts';

test('the report for programs has the promised shape', () => {
  expect(JSON.parse(jsonReport(MIXED))).toEqual({
    shard: null,
    interpreters: [CPYTHON, { ...CPYTHON, version: '3.11.7' }],
    sandbox: null,
    examples: [
      {
        id: 'asyncio/groups',
        file: 'examples/asyncio/groups.py',
        variant: null,
        verdict: 'skipped',
        reason: 'No interpreter satisfies requires-python ">=3.14": there is CPython 3.13.0.',
        python: null,
        gil: null,
        recording: null,
        durationMs: null,
        cached: false,
        network: false,
        packages: [],
        line: 1,
        note: null,
        problems: SKIPPED.problems,
      },
      {
        id: 'threading/locks',
        file: 'examples/threading/locks.py',
        variant: null,
        verdict: 'verified',
        reason: null,
        python: '3.13.0',
        gil: true,
        recording: null,
        durationMs: 42,
        cached: true,
        network: false,
        packages: [],
        line: null,
        note: null,
        problems: [],
      },
      {
        id: 'threading/race',
        file: 'examples/threading/race.py',
        variant: null,
        verdict: 'drifted',
        reason: 'Output differs from the recording, examples/threading/race.out:2',
        python: '3.13.0',
        gil: true,
        recording: '3.13',
        durationMs: 120,
        cached: false,
        network: false,
        packages: [],
        line: null,
        note: null,
        problems: DRIFTED.problems,
      },
    ],
    browser: null,
    problems: [
      {
        file: 'examples/notes.txt',
        title: 'The file belongs to no example.',
        remedy: 'Put it into the folder of an example with a main.py, or remove it.',
      },
    ],
    notices: [],
    totals: { verified: 1, drifted: 1, unrecorded: 0, failed: 0, 'timed-out': 0, skipped: 1 },
    variants: 0,
    runs: { cached: 1, run: 1 },
  });
});

test('the report for programs says which shard it is of', () => {
  expect(JSON.parse(jsonReport({ ...MIXED, part: { shard: { index: 2, count: 4 } } }))).toMatchObject({
    shard: '2/4',
  });
});

test('the report for programs ends with a line feed', () => {
  expect(jsonReport(MIXED).endsWith('}\n')).toBe(true);
});

test('the report for programs says which samples ran with the network', () => {
  const report = (network?: boolean): unknown =>
    JSON.parse(jsonReport({ ...SOUND, entries: [{ ...VERIFIED, network }] }));
  expect(report(true)).toMatchObject({ examples: [{ network: true }] });
  expect(report()).toMatchObject({ examples: [{ network: false }] });
});

test('the report for programs names the packages that a sample ran with', () => {
  const packages = [{ name: 'numpy', version: '2.5.5' }];
  const report = jsonReport({ ...SOUND, entries: [{ ...VERIFIED, packages }] });
  expect(JSON.parse(report)).toMatchObject({ examples: [{ packages }] });
});
