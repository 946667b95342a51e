import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../../core/problems/problem.ts';
import { articleBlocks } from './plan/article-blocks.ts';
import type { AuditPlan } from './plan/audit-plan.ts';
import { expectedEdition } from './plan/expected-edition.ts';
import { findingProblem } from './page-problem.ts';
import { readClaims, readFences } from './page/read-fences.ts';

/** Compares the Markdown edition of an article with its plan. Above its text, it has the article's head. */
export function auditEdition(page: string, text: string, { articles, examples }: AuditPlan): Problem[] {
  const problem = (title: string, found = ''): Problem => findingProblem(page, { title, text: found });
  const article = articles.get(`content/${page}x`);
  if (article === undefined || !text.endsWith(`\n${article.edition}`))
    return [problem('This Markdown is not the text of an article.')];
  const { fences, claims } = expectedEdition(articleBlocks(article.source).blocks, examples);
  const found = readFences(text);
  const different = Array.from({ length: Math.max(fences.length, found.length) }, (_, index) => index).find(
    index => {
      const { source, ...fence } = found[index] ?? {};
      return !isDeepStrictEqual(fence, fences[index]);
    },
  );
  return [
    ...(different === undefined
      ? []
      : [
          problem(
            `Block ${different + 1} is not as the plan of its article has it.`,
            found[different]?.source,
          ),
        ]),
    ...(isDeepStrictEqual(readClaims(text), claims)
      ? []
      : [problem('A sentence claims another verification than the plan of its article has.')]),
  ];
}
