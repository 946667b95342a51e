import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { articleFiles, readArticleFile } from '../../../../src/site/article/article-files.ts';
import { scan } from '../../../../src/site/article/parse-mdx.ts';
import { claimScore } from '../../../../src/site/claims/claim-score.ts';
import { recordedExamples } from '../../../../src/site/commands/check-articles.ts';
import { type ArticleScore, claimTable, recordClaims } from '../../../fixtures/claims.ts';

test('each article answers for the numbers that its outputs hold', async ({ task }) => {
  const root = process.cwd();
  const examples = await recordedExamples(root);
  const scores = (await articleFiles(root)).map((file): ArticleScore => {
    const { value } = scan(readArticleFile(root, file).source, file);
    if (value === undefined) throw new Error(`${file} is not MDX`);
    const article = join(basename(dirname(file)), basename(file, '.mdx'));
    return { article, ...claimScore(value.tree, examples) };
  });
  recordClaims(task, scores);
  expect(scores.length).toBeGreaterThan(10);
  for (const { article, numbers, bound, literal, unanswered } of scores)
    expect([article, numbers >= bound + literal + unanswered]).toEqual([article, true]);
  expect(scores.filter(({ unanswered }) => unanswered > 0)).toEqual([]);
});

test('the table of scores has a row for each article, and their sum', () => {
  expect(
    claimTable([
      { article: 'advanced/locks', numbers: 78, bound: 3, literal: 0, unanswered: 2 },
      { article: 'advanced/gil', numbers: 9, bound: 12, literal: 1, unanswered: 0 },
    ]),
  ).toEqual([
    'article         numbers  bound  literal  unanswered',
    'advanced/locks       78      3        0           2',
    'advanced/gil          9     12        1           0',
    '2 articles           87     15        1           2',
  ]);
});
