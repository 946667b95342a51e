import { expect, test } from 'vitest';
import { checkedExample } from '../../../../src/site/figures/parts/checked-example.ts';
import { PLAIN } from '../../../../src/site/highlight/plain-highlighter.ts';
import { checkArticle } from '../../../../src/site/prepare/compile-article.ts';
import { en } from '../../../../src/core/words/en/en.ts';
import { exampleOf, recordingOf } from '../../../fixtures/examples.ts';

const SOURCE = `---
title: A page
summary: What it holds.
level: Beginner
order: 1
updated: 2026-11-22
---

<Example file="topic/sample.py" highlight="1" because="a note for reviewers" />
`;

test('why a line is highlighted is on no page: reviewers read it in the article', () => {
  const example = exampleOf();
  const recordings = { base: recordingOf('hello\n'), versions: new Map() };
  const examples = new Map([[example.id, checkedExample(example, [], example, recordings)]]);
  const { article, problems } = checkArticle(
    { file: 'content/advanced/page.mdx', source: SOURCE, problems: [] },
    {
      examples,
      highlighter: PLAIN,
      advertisements: false,
      editions: true,
      wordsOf: () => en,
      files: { has: () => true, isLinked: () => false, read: () => Buffer.from(''), suggest: () => '' },
    },
  );
  expect(problems).toEqual([]);
  const published = [article?.source, article?.markdown, JSON.stringify([...(article?.figures ?? [])])];
  expect(
    published.map(text => [
      text?.includes('sample') || text?.includes('figure='),
      text?.includes('reviewers'),
    ]),
  ).toEqual(Array(3).fill([true, false]));
});
