import { expect, test } from 'vitest';
import { z } from 'zod';
import { schemaProblems } from '../../../../src/core/problems/schema-message.ts';

const level = z.enum(['low', 'high']);
const schema = z.strictObject({
  name: z.string().max(5).optional(),
  level: level.optional(),
  size: z.union([level, z.strictObject({ width: z.number() })], { error: 'is no size' }).optional(),
  range: z
    .strictObject({ min: z.number().optional() })
    .refine(({ min }) => min !== undefined, { error: 'names no min' })
    .optional(),
  list: z.array(z.int()).optional(),
});
const problemsOf = (value: unknown): unknown[] =>
  schemaProblems(schema.safeParse(value).error).map(({ path, message, words }) => [
    path.join('.'),
    message,
    words.join(' '),
  ]);

test.for<[unknown, unknown[]]>([
  [{ name: 'Ada' }, []],
  [{ name: 3 }, [['name', 'is not text', '']]],
  [{ name: 'Augusta' }, [['name', 'is too long: at most 5 characters', '']]],
  [{ list: [1, 1.5] }, [['list.1', 'is not a whole number', '']]],
  [
    { nam: 'Ada', liste: [] },
    [
      ['nam', 'is unknown', ''],
      ['liste', 'is unknown', ''],
    ],
  ],
])('%j has the problems %j', ([value, problems]) => {
  expect(problemsOf(value)).toEqual(problems);
});

test('a value that is none of some words is reported with the words', () => {
  expect(problemsOf({ level: 'hihg' })).toEqual([['level', 'is none of low, high', 'low high']]);
});

test('a union refuses what the nearest alternative refuses, and otherwise speaks for itself', () => {
  expect(problemsOf({ size: { width: 'a' } })).toEqual([['size.width', 'is not a number', '']]);
  expect(problemsOf({ size: { widht: 1 } })).toEqual([['size.widht', 'is unknown', '']]);
  expect(problemsOf({ size: 'hihg' })).toEqual([['size', 'is no size', 'low high']]);
});

test('a misspelt key is one problem, though the key that was meant is missing', () => {
  expect(problemsOf({ range: { mim: 1 } })).toEqual([['range.mim', 'is unknown', '']]);
  expect(problemsOf({ range: {} })).toEqual([['range', 'names no min', '']]);
});
