import { describe, expect, test } from 'vitest';
import { planDraft } from '../../../../src/site/dev/plan-article.ts';

const NO_FILES = { has: () => false, suggest: () => '' };

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

describe('the plan of a draft', () => {
  test('has a place for each reference and fence, and one for what nobody knows with all that is in it', () => {
    const { value: plan } = planDraft(ARTICLE, 'content/a/b.mdx', NO_FILES);
    expect(plan?.stands.map(({ kind }) => kind)).toEqual(['reference', 'reference', 'mistake', 'fence']);
    expect(plan?.stands[2]).toMatchObject({
      problems: [{ file: 'content/a/b.mdx', line: 11, column: 1, title: 'There is no component <Strange>.' }],
    });
  });

  test('is compiled with the key of each place, without front matter, and its lines are those of the file', () => {
    const mdx = planDraft(ARTICLE, 'content/a/b.mdx', NO_FILES).value?.mdx(index => `key-${index}`) ?? '';
    expect(mdx.split('\n')).toHaveLength(ARTICLE.split('\n').length);
    expect(mdx.split('\n')[4]).toBe('It says <Live figure="key-0" />.');
    expect(mdx.split('\n')[6]).toBe('<Live figure="key-1" />');
    expect(mdx).not.toMatch(/title|Example|Strange|ls/);
  });

  test('changes its name with the source', () => {
    expect(planDraft('a\n', 'a.mdx', NO_FILES).value?.digest).not.toBe(
      planDraft('b\n', 'a.mdx', NO_FILES).value?.digest,
    );
  });

  test('is not there where the article is not MDX', () => {
    expect(planDraft('## A {\n', 'a.mdx', NO_FILES).problems?.at(-1)?.file).toBe('a.mdx');
  });
});
