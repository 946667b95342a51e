import { expect, test } from 'vitest';
import { issuesUrl, issueUrl } from '../../../../src/core/settings/issue-url.ts';

test.for([
  ['https://github.com/owner/name/edit/main/', undefined, 'https://github.com/owner/name/issues/new'],
  ['https://github.com/owner/name', undefined, 'https://github.com/owner/name/issues/new'],
  ['https://github.com/owner/name/edit/main/', 'https://a.example/new', 'https://a.example/new'],
  [undefined, 'https://a.example/new', 'https://a.example/new'],
  ['https://gitlab.com/owner/name/-/edit/main/', undefined, undefined],
  ['https://github.com.evil.example/owner/name/', undefined, undefined],
  ['https://github.com/owner', undefined, undefined],
  [undefined, undefined, undefined],
] as const)(
  'with the repository %s and the form %s, readers report at %s',
  ([repository, issues, expected]) => {
    expect(issuesUrl({ repository, issues })).toBe(expected);
  },
);

test('a form gets a title and a text to the last character, and keeps its own query', () => {
  const url = new URL(issueUrl('https://a.example/new?labels=docs', 'A & B "C"', 'Page: x#y\n\n<b>?\n'));
  expect(Object.fromEntries(url.searchParams)).toEqual({
    labels: 'docs',
    title: 'A & B "C"',
    body: 'Page: x#y\n\n<b>?\n',
  });
});
