import { expect, test } from 'vitest';
import { locateExamples } from '../../../../src/runner/examples/locate-examples.ts';

const remedyOf = (path: string): string => {
  const files = ['a/new.py', path].map(each => ({ path: each, isFile: true, isLink: false }));
  return locateExamples(files, 'examples').problems[0]?.remedy ?? '';
};

test.for<[from: string, to: string]>([
  ['a/old.out', 'a/new.out'],
  ['a/old.3.13t.waits', 'a/new.3.13t.waits'],
  ['a/old.timeline.json', 'a/new.timeline.json'],
  ['a/old.3.13t.outcomes.json', 'a/new.3.13t.outcomes.json'],
])('a recording whose example was renamed moves as what it is: %s to %s', ([from, to]) => {
  expect(remedyOf(from)).toContain(`mv examples/${from} examples/${to} && npm run record -- a/new`);
});
