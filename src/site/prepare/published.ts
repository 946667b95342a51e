import type { CheckedExamples } from '../figures/parts/checked-example.ts';
import type { Redirect } from '../publish/redirects.ts';
import { articleUrl, markdownUrl } from '../routes.ts';
import { hiddenExamples, isDraft } from '../validate/front-matter/unpublished.ts';
import type { CheckedArticle } from './compile-article.ts';

/** What a build publishes, and what it holds back. */
interface Published {
  readonly articles: readonly CheckedArticle[];
  readonly examples: CheckedExamples;
  /** Articles that it does not publish. */
  readonly drafts: readonly CheckedArticle[];
}

/**
 * Takes drafts out of a site, and the examples that only they show. Both were checked with all others.
 * @param onHome id of the example of the home page
 */
export function withoutDrafts(
  checked: readonly CheckedArticle[],
  examples: CheckedExamples,
  onHome: string | undefined,
): Published {
  const hidden = hiddenExamples(checked);
  return {
    articles: checked.filter(article => !isDraft(article)),
    examples: new Map([...examples].filter(([id]) => id === onHome || !hidden.has(id))),
    drafts: checked.filter(isDraft),
  };
}

/** The addresses that an article had before, with those of its Markdown edition. */
export function redirectsOf({ file, frontMatter }: CheckedArticle): readonly Redirect[] {
  return (frontMatter?.aliases ?? []).flatMap(alias => [
    [alias, articleUrl(file)],
    [`${alias.slice(0, -1)}.md`, markdownUrl(file)],
  ]);
}
