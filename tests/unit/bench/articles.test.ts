import { articleUrl } from '../../../src/site/routes.ts';
import { expect, test } from 'vitest';
import { EDITS } from '../../../scripts/bench/dev-edits.ts';
import { articleMdx, contentFile, VERBATIM_DIALECT } from '../../../scripts/bench/site-project.ts';
import { type BenchmarkArticle, benchmarkArticles } from '../../../scripts/bench/site-text.ts';
import { parseExample } from '../../../src/core/variant/parse-example.ts';

test('generated articles are the same each time, have about 900 words, and link only to each other', () => {
  const articles = benchmarkArticles(3);
  expect(benchmarkArticles(3)).toEqual(articles);
  const hrefs = articles.map(article => articleUrl(contentFile(article)));
  for (const article of articles) {
    const mdx = articleMdx(
      article,
      articles.filter(other => other !== article),
      VERBATIM_DIALECT,
    );
    expect(Math.abs((mdx.match(/\w+/g)?.length ?? 0) - 900)).toBeLessThan(150);
    expect(
      [...mdx.matchAll(/\]\((.*?)\)/g)].map(([, href]) => href).filter(href => !hrefs.includes(href ?? '')),
    ).toEqual([]);
  }
});

test('a generated article has three examples that can be parsed', () => {
  for (const { examples } of benchmarkArticles(2)) {
    expect(
      examples.map(
        ({ id, source }) =>
          parseExample(
            id,
            `examples/${id}.py`,
            new Map([[`${id.replace(/^.*\//, '')}.py`, Buffer.from(source)]]),
          ).problems,
      ),
    ).toEqual([undefined, undefined, undefined]);
  }
});

test('each edit of the dev benchmark changes its file in every round, also after an earlier round', () => {
  const [article, neighbor] = benchmarkArticles(2) as [BenchmarkArticle, BenchmarkArticle];
  const texts: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      article.examples.flatMap(({ id, source, out }) => [
        [`examples/${id}.py`, source],
        [`examples/${id}.out`, out],
      ]),
    ),
    [contentFile(article)]: articleMdx(article, [neighbor], VERBATIM_DIALECT),
    'src/components/figure/OutputPanel.astro': '<span>{label}</span>',
  };
  for (const { file, change } of EDITS) {
    const first = change(texts[file] ?? '', 0);
    const second = change(first, 1);
    expect([first !== texts[file], second !== first, second.length === first.length]).toEqual([
      true,
      true,
      true,
    ]);
  }
});
