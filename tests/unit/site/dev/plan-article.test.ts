import { describe, expect, test } from 'vitest';
import { pageMdx, planArticle } from '../../../../src/site/dev/plan-article.ts';

const NO_FILES = {
  has: () => false,
  isLinked: () => false,
  read: () => new Uint8Array(),
  suggest: () => 'Put it there.',
};

const ARTICLE = `---
title: A title
---

It says <Value file="a/b.py" match="(x)">x</Value>.

<Example
  file="a/b.py"
/>

<Strange>

<Example file="a/c.py" />

</Strange>

\`\`\`sh
ls
\`\`\`
`;

describe('the plan of an article', () => {
  test('has a slot for each reference and fence, and one for an unknown component with its content', () => {
    const { value: plan } = planArticle(ARTICLE, 'content/a/b.mdx', NO_FILES, false);
    expect(plan?.slots.map(({ kind }) => kind)).toEqual(['reference', 'reference', 'problems', 'fence']);
    expect(plan?.slots[2]).toMatchObject({
      problems: [{ file: 'content/a/b.mdx', line: 11, column: 1, title: 'There is no component <Strange>.' }],
    });
  });

  test('has a body with the key of each slot, without front matter, in the lines of the file', () => {
    const { value: plan } = planArticle(ARTICLE, 'content/a/b.mdx', NO_FILES, false);
    const lines = plan?.body.split('\n') ?? [];
    expect(lines).toHaveLength(ARTICLE.split('\n').length);
    expect(lines[4]).toBe(`It says <DevSlot figure="a/b/0" plan="${plan?.digest}" />.`);
    expect(lines[6]).toBe(`<DevSlot figure="a/b/1" plan="${plan?.digest}" />`);
    expect(plan?.body).not.toMatch(/title|Example|Strange|ls\n/);
  });

  test('has the advertisement of a build, if there are any', () => {
    const sections = '## A\n\n## B\n\n## C\n';
    expect(planArticle(sections, 'content/a/b.mdx', NO_FILES, true).value?.body).toBe(
      '## A\n\n## B\n\n<Advertisement place="text" />\n\n## C\n',
    );
    expect(planArticle(sections, 'content/a/b.mdx', NO_FILES, false).value?.body).toBe(sections);
  });

  test('has a digest that changes with the source', () => {
    expect(planArticle('a\n', 'a.mdx', NO_FILES, false).value?.digest).not.toBe(
      planArticle('b\n', 'a.mdx', NO_FILES, false).value?.digest,
    );
  });

  test('is not needed for a page that shows only the problems of its article', () => {
    expect(pageMdx('/a/b/', undefined)).toMatch(
      /^import DevSlot from .+\n\n<DevSlot figure="a\/b\/top" \/>\n\n\n$/,
    );
  });

  test('is missing if the article is not MDX', () => {
    expect(planArticle('## A {\n', 'a.mdx', NO_FILES, false).problems?.at(-1)?.file).toBe('a.mdx');
  });
});
