import { expect, test } from 'vitest';
import { draftProblems } from '../../../../src/site/validate/check-draft.ts';

const FILE = 'content/advanced/page.mdx';
const NOW = new Date('2026-11-29T23:00:00Z');

test.for([
  ['2026-11-29', 0],
  // Where the day has begun already.
  ['2026-11-30', 0],
  ['2026-12-01', 1],
  ['no day', 0],
] as const)('an article of %s has %i dates that have not come', ([day, count]) => {
  expect(draftProblems(`---\nupdated: ${day}\n---\n`, FILE, NOW)).toHaveLength(count);
});

test('an article that quotes a text of the template is no draft', () => {
  expect(draftProblems('It says: One line under the title, twice.\n', FILE, NOW)).toEqual([]);
  const shown =
    '---\ntitle: A\n---\n\n```yaml\nsubtitle: One line under the title\nupdated: 2999-01-01\n```\n';
  expect(draftProblems(shown, FILE, NOW)).toEqual([]);
});
