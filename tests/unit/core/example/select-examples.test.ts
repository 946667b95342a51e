import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../../src/core/problems/problem.ts';
import { selectExamples } from '../../../../src/core/example/select-examples.ts';

const all = ['asyncio/gather', 'threading/first_threads', 'threading/locks', 'threads'].map(id => ({
  id,
  file: `examples/${id}.py`,
}));
const ids = (...words: string[]): string[] => selectExamples(all, words).map(({ id }) => id);

describe('a word names', () => {
  test.for([
    ['an example by its id', 'threading/locks', ['threading/locks']],
    ['an example by its file', 'examples/threading/locks.py', ['threading/locks']],
    ['an example by a path that a shell completed', './examples/threading/locks.py', ['threading/locks']],
    ['an example by its id with .py', 'threading/locks.py', ['threading/locks']],
    [
      'a folder of ids, and nothing that only begins alike',
      'threading',
      ['threading/first_threads', 'threading/locks'],
    ],
    ['a folder on disk', 'examples/threading/', ['threading/first_threads', 'threading/locks']],
    ['what a glob matches', '*/*s', ['threading/first_threads', 'threading/locks']],
  ] as const)('%s', ([, word, expected]) => {
    expect(ids(word)).toEqual(expected);
  });
});

test('a recording names its example, that of one version too', () => {
  expect(ids('examples/threading/locks.out', 'examples/asyncio/gather.3.13t.recorded.json')).toEqual([
    'asyncio/gather',
    'threading/locks',
  ]);
});

test('no words name all', () => {
  expect(ids()).toEqual(['asyncio/gather', 'threading/first_threads', 'threading/locks', 'threads']);
});

test('two words that name one example name it once, in the order of the examples', () => {
  expect(ids('threading/locks', 'asyncio', 'threading/lock*')).toEqual(['asyncio/gather', 'threading/locks']);
});

test('every word that names nothing is a usage error with the nearest id', () => {
  const error = thrown(() => selectExamples(all, ['threading/lock', 'threading/locks', 'zzzzzzzzzzzzz']));
  expect(error.exitCode).toBe(2);
  expect(error.problems).toEqual([
    { file: 'threading/lock', title: 'No example has this id.', remedy: 'Did you mean "threading/locks"?' },
    {
      file: 'zzzzzzzzzzzzz',
      title: 'No example has this id.',
      remedy: 'Known: asyncio/gather, threading/first_threads, threading/locks, threads',
    },
  ]);
});

test('where there are no examples yet, the remedy is the command that makes one', () => {
  expect(thrown(() => selectExamples([], ['threading/locks'])).problems).toEqual([
    { file: 'threading/locks', title: 'No example has this id.', remedy: 'npm run new -- topic/name' },
  ]);
});

function thrown(work: () => unknown): ProblemError {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
}
