import type { Problem } from '../../../core/problems/problem.ts';
import { pathSuggestion } from '../../../core/problems/suggest.ts';
import type { OutlinedArticle } from '../../article/outline.ts';
import { articleName } from '../../routes.ts';
import { isDraft } from './unpublished.ts';

/** Keys that name other articles. */
const KEYS = ['prerequisites', 'seeAlso'] as const;

const UNTIL_THEN = 'Publish it too, or take it out of the list until then.';

/** Articles that others name, and that do not exist, that are themselves, or that are named twice. */
export function nameProblems(articles: readonly OutlinedArticle[]): Problem[] {
  const names = articles.map(({ file }) => articleName(file));
  const drafts = articles.filter(isDraft).map(({ file }) => articleName(file));
  return articles.flatMap(({ file, outline: { head } }) => {
    if (head === undefined) return [];
    const own = articleName(file);
    return KEYS.flatMap(key =>
      head.data[key].flatMap((name, index): Problem[] => {
        const problem = (title: string, remedy: string): Problem[] => [
          { file, ...head.at(key, index), title, remedy },
        ];
        if (name === own)
          return problem(`${key} names the article itself: "${name}".`, 'Remove it from the list.');
        if (head.data[key].indexOf(name) < index)
          return problem(`${key} names "${name}" twice.`, 'Remove one of them.');
        if (key === 'seeAlso' && head.data.prerequisites.includes(name))
          return problem(`"${name}" is in prerequisites already.`, 'Remove it from seeAlso.');
        if (drafts.includes(name) && head?.data.draft === false)
          return problem(`${key} names "${name}", a draft, which is not published.`, UNTIL_THEN);
        if (names.includes(name)) return [];
        const plain = plainName(name);
        if (names.includes(plain))
          return problem(`An article is named track/slug here; this one is "${name}".`, plain);
        const title = `${key} names "${name}", and there is no such article.`;
        return problem(title, pathSuggestion(plain, names));
      }),
    );
  });
}

/** What was meant: `/advanced/locks/#deadlocks`, `content/advanced/locks.mdx` → `advanced/locks` */
function plainName(name: string): string {
  return name.replace(/#.*$/, '').replace(/^\.?\/?(?:content\/)?|\/$|\.mdx?$/g, '');
}
