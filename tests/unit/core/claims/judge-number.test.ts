import { describe, expect, test } from 'vitest';
import { findNumbers } from '../../../../src/core/claims/find-numbers.ts';
import { indexNumbers, judgeNumber } from '../../../../src/core/claims/judge-number.ts';
import { isNoClaim } from '../../../../src/core/claims/no-claims.ts';

/** What a text says that an output holds or contradicts: each number, and which number of the output. */
function claims(text: string, output: string): string[] {
  const printed = indexNumbers(output.split('\n').flatMap(findNumbers));
  return findNumbers(text).flatMap(said => {
    const judgement = isNoClaim(said, text) ? undefined : judgeNumber(said, printed);
    return judgement === undefined ? [] : [`${said.text} ${judgement.kind} ${judgement.printed.text}`];
  });
}

describe('a number of the prose stands in an output', () => {
  test.for([
    ['6 downloads', 'Finished 6 downloads', '6 stands 6'],
    ['six downloads', 'Finished 6 downloads', 'six stands 6'],
    ['six slow downloads', 'downloads: 6', 'six stands 6'],
    ['Six guests', '6 guests, at most 2 inside', 'Six stands 6'],
    ['the counter is 500,000', 'Counter: 500000', '500,000 stands 500000'],
    ['five hundred thousand steps', 'Counter: 500000', 'five hundred thousand stands 500000'],
    ['a hundred connections', '100 replies', 'a hundred stands 100'],
    ['about two seconds', 'done in 2.1 seconds', 'two stands 2.1'],
    ['two-second waits', 'done in 2.1 s', 'two stands 2.1'],
    ['300 ms', 'done in 0.3 s', '300 stands 0.3'],
    ['half a second', 'done in 0.5 s', 'half stands 0.5'],
    ['0.3 seconds', 'Seconds: 0.31', '0.3 stands 0.31'],
    ['0.3 seconds', 'It took 0.3', '0.3 stands 0.3'],
    ['in line 22', 'File "a.py", line 22, in log', '22 stands 22'],
    ['40 percent', '40% of them', '40 stands 40'],
    ['the result is 4', '4', '4 stands 4'],
    ['the counter is 5', 'Counter: 5', '5 stands 5'],
    ['it ran 5×', 'runs = 5', '5 stands 5'],
    ['a dozen eggs', 'eggs: 12', 'a dozen stands 12'],
    ['two threads', 'Two threads: slow', 'two stands Two'],
  ] as const)('%j: %j', ([text, output, expected]) => {
    expect(claims(text, output)).toEqual([expected]);
  });
});

describe('a number of the prose contradicts an output', () => {
  test.for([
    ['6 downloads', 'Finished 5 downloads', '6 contradicts 5'],
    ['six downloads', 'Finished 5 downloads', 'six contradicts 5'],
    ['six seconds', 'done in 2.1 seconds', 'six contradicts 2.1'],
    ['line 23', 'line 22, in log', '23 contradicts 22'],
    ['64 kB', 'Received: 1000000 bytes', '64 contradicts 1000000'],
    ['two threads', 'threads: 5', 'two contradicts 5'],
    ['30 percent', '40 % of them', '30 contradicts 40'],
  ] as const)('%j: %j', ([text, output, expected]) => {
    expect(claims(text, output)).toEqual([expected]);
  });

  test('of several, the nearest is named', () => {
    expect(claims('7 jobs', '1 job\n9 jobs\n40 jobs')).toEqual(['7 contradicts 9']);
  });

  test('numbers in a row share what is behind the last', () => {
    expect(claims('0.3, 0.2 and 0.25 seconds', 'in 0.3 seconds')).toEqual([
      '0.3 stands 0.3',
      '0.2 contradicts 0.3',
      '0.25 contradicts 0.3',
    ]);
  });
});

describe('a number of the prose has nothing to do with an output', () => {
  test.for([
    // Nothing in the output is alike.
    ['two kinds of locks', '2'],
    ['Two things to remember', 'Counter: 2'],
    ['two ways out', '2 downloads'],
    ['2', 'two blanks'],
    ['three cores', 'Thread 3 done'],
    ['5 seconds', '5 downloads'],
    ['three threads', 'thread 1 begins\nthread 2 begins'],
    // Versions, documents, dates.
    ['Python 3.14', '3.14'],
    ['since 3.13 or 3.13t', '3.13'],
    ['Python 3.14.2', '3.14'],
    ['CPython 311', '311 files'],
    ['PEP 703', '703 files'],
    ['issue 118138 and #118138', '118138'],
    ['in 2024, on 25 November 2026, 2026-11-25', '2024 25 2026 11'],
    ['[Exercise 1]', 'exercise 1'],
    ['UTF-8, x86-64, sha256', '8 64 256'],
    ['at 12:30, 1/2, 3.1.4, v2, a_5, $5', '12 30 1 2 3 4 5'],
    // Words of everyday speech.
    ['one of them, a thread, the first, the third, 1st and 2nd', '1 thread\n2 threads\n3'],
    ['once more', '1'],
    ['half-way, half written', '0.5'],
    ['a few hundred files, several thousand, hundreds', '100 files\n1000'],
    ['someone, often, height, weighten, none', '1 10 8 0'],
  ] as const)('%j: %j', ([text, output]) => {
    expect(claims(text, output)).toEqual([]);
  });
});

test('numbers are found with what they measure, count or name', () => {
  const found = findNumbers(
    '5 slow jobs, +0.5 s, 1,234.5 bytes, page 2 is 10%, two thousand, and five-second naps',
  );
  expect(
    found.map(({ text, value, nouns, label, measure }) => [text, value, measure?.of ?? label ?? nouns]),
  ).toEqual([
    ['5', 5, ['slow', 'job']],
    ['+0.5', 0.5, 'time'],
    ['1,234.5', 1234.5, 'size'],
    ['2', 2, 'page'],
    ['10', 10, 'share'],
    ['two thousand', 2000, 'time'],
    ['five', 5, 'time'],
  ]);
});

test('a text of a million digits, or of a hundred thousand words of numbers, is read in a moment', () => {
  expect(findNumbers('1'.repeat(1_000_000))).toEqual([]);
  expect(findNumbers('1,234,'.repeat(100_000)).length).toBeLessThan(2);
  expect(findNumbers('five '.repeat(100_000))).toHaveLength(100_000);
  expect(findNumbers('a '.repeat(300_000))).toEqual([]);
  expect(findNumbers('hundred and '.repeat(30_000)).length).toBeGreaterThan(1000);
}, 20_000);
