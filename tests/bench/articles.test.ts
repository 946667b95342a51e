import { expect, test } from 'vitest';
import { EDITS } from '../../src/bench/edits.ts';
import { madeArticles, madeHref } from '../../src/bench/articles.ts';
import { parseExample } from '../../src/core/example.ts';

test('made articles are the same each time, have about 900 words, and link to each other alone', () => {
  const articles = madeArticles(3);
  expect(madeArticles(3)).toEqual(articles);
  const hrefs = articles.map((_, index) => madeHref(index));
  for (const { mdx } of articles) {
    expect(Math.abs((mdx.match(/\w+/g)?.length ?? 0) - 900)).toBeLessThan(150);
    expect([...mdx.matchAll(/\]\((.*?)\)/g)].map(([, href]) => href).filter((href) => !hrefs.includes(href ?? ''))).toEqual([]);
  }
});

test('each has three examples that can be parsed', () => {
  for (const { examples } of madeArticles(2)) {
    expect(examples.map(({ path, source }) => parseExample(path.replace('.py', ''), `examples/${path}`, new Map([[path.replace(/^.*\//, ''), Buffer.from(source)]])).problems)).toEqual([undefined, undefined, undefined]);
  }
});

test('each edit changes its file in every round, and back from what the round before made of it', () => {
  const [article] = madeArticles(1);
  const texts: Readonly<Record<string, string>> = { ...Object.fromEntries((article?.examples ?? []).flatMap(({ path, source, out }) => [[`examples/${path}`, source], [`examples/${path.replace('.py', '.out')}`, out]])), [`content/advanced/${article?.name}.mdx`]: article?.mdx ?? '', 'src/components/OutputPanel.astro': '<span>{label}</span>' };
  for (const { file, change } of EDITS) {
    const first = change(texts[file] ?? '', 0);
    const second = change(first, 1);
    expect([first !== texts[file], second !== first, second.length === first.length]).toEqual([true, true, true]);
  }
});
