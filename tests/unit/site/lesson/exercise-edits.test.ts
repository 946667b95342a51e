import { expect, test } from 'vitest';
import { scan } from '../../../../src/site/article/parse-mdx.ts';
import { exerciseEdits } from '../../../../src/site/lesson/exercise-edits.ts';
import { replaceRanges } from '../../../../src/site/prepare/compile-article.ts';

const HINT = '<Hint>\n\nThink.\n\n</Hint>\n\n';
const TAGS = { start: '<S />', solution: '<E />' };

function edited(inside: string, tags = TAGS): string {
  const source = `<Exercise>\n\nDo it.\n\n${inside}</Exercise>\n`;
  const [exercise] = scan(source, 'a.mdx').value?.tags ?? [];
  if (exercise === undefined) throw new Error('no exercise');
  return replaceRanges(source, exerciseEdits(exercise, tags));
}

test.for([
  ['without hints', '', 'Do it.\n\n<S /><Solution><E /></Solution></Exercise>'],
  [
    'with hints',
    HINT + HINT,
    'Do it.\n\n<S /><Hint number="1" of="2">\n\nThink.\n\n</Hint>\n\n' +
      '<Hint number="2" of="2">\n\nThink.\n\n</Hint>\n\n<Solution><E /></Solution></Exercise>',
  ],
  [
    'with a solution in words',
    `${HINT}<Solution>\n\nSo.\n\n</Solution>\n\n`,
    'Do it.\n\n<S /><Hint number="1" of="1">\n\nThink.\n\n</Hint>\n\n' +
      '<Solution>\n\nSo.\n\n<E /></Solution>\n\n</Exercise>',
  ],
] as const)(
  'an exercise %s has its code behind the task, and its solution at the end',
  ([, inside, text]) => {
    expect(edited(inside)).toBe(`<Exercise>\n\n${text}\n`);
  },
);

test('what an exercise has not is in no place, and its lines stay', () => {
  const none = { start: '', solution: '' };
  const inside = '<Solution>\n\nSo.\n\n</Solution>\n\n';
  expect(edited(inside, none)).toBe(`<Exercise>\n\nDo it.\n\n${inside}</Exercise>\n`);
});
