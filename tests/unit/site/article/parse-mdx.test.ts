import { expect, test } from 'vitest';
import { scan } from '../../../../src/site/article/parse-mdx.ts';

test.for([
  ['as many signs', '```text\na\n```\n', true],
  ['more signs', '```text\na\n`````\n', true],
  ['fewer signs', '````text\na\n```\n', false],
  ['other signs', '```text\na\n~~~\n', false],
  ['no sign', '```text\na\n', false],
  ['signs in a quotation', '> ```text\n> a\n> ```\n', true],
] as const)('a fence is closed by a line of %s: %s', ([, source, isClosed]) => {
  expect(scan(source, 'content/a/b.mdx').value?.fences).toMatchObject([{ isClosed }]);
});

test('a line of a hundred thousand signs is read once', () => {
  const source = `${'`'.repeat(100_000)}\n${'a\n'.repeat(100_000)}`;
  expect(scan(source, 'content/a/b.mdx').value?.fences).toMatchObject([{ isClosed: false }]);
});
