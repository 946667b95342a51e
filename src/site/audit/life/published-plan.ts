import { articleBlocks } from '../plan/article-blocks.ts';
import type { AuditPlan } from '../plan/audit-plan.ts';
import { articleHead } from '../heads/article-head.ts';

/**
 * A plan without the articles that are drafts, and without the examples that only they show: then nobody has
 * planned a file of theirs.
 */
export function publishedPlan(plan: AuditPlan): AuditPlan {
  const articles = [...plan.articles];
  const isDraft = ([, { source }]: (typeof articles)[number]): boolean => articleHead(source).isDraft;
  const published = articles.filter(article => !isDraft(article));
  if (published.length === articles.length) return plan;
  const shown = examplesOf(published.map(([, { source }]) => source));
  const held = examplesOf(articles.filter(isDraft).map(([, { source }]) => source));
  const onHome = plan.home?.showcase?.file.replace(/(?:\/main)?\.py$/, '');
  return {
    ...plan,
    articles: new Map(published),
    examples: new Map([...plan.examples].filter(([id]) => !held.has(id) || shown.has(id) || id === onHome)),
  };
}

/** Ids of all examples that articles name. */
function examplesOf(sources: readonly string[]): ReadonlySet<string> {
  const named = sources.flatMap(source =>
    articleBlocks(source).blocks.flatMap(block => [
      ...('id' in block ? [block.id] : []),
      ...(block.kind === 'value' && block.to !== undefined ? [block.to] : []),
      ...(block.kind === 'check' ? [block.start, block.solution] : []),
    ]),
  );
  return new Set(named);
}
