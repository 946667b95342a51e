import type { Problem } from '../../core/problems/problem.ts';
import { CONTENT } from '../../core/project-paths.ts';
import { renamedFiles } from '../../runner/git/renamed-files.ts';
import { readArticleFile } from '../article/article-files.ts';
import { placesInHead } from '../article/front-matter/front-matter-places.ts';
import { readFrontMatter } from '../article/parse-front-matter.ts';
import { articleUrl } from '../routes.ts';

/**
 * Articles that have another address than in the last commit, and do not name it. Only the author knows
 * whether anybody has the old one, so this stops nothing. @param isAsked whether an article is checked
 */
export async function renameNotices(
  root: string,
  isAsked: (file: string) => boolean,
): Promise<readonly Problem[]> {
  const renamed = await renamedFiles(root, CONTENT);
  return renamed.flatMap(({ from, to }): Problem[] => {
    if (!from.endsWith('.mdx') || !to.endsWith('.mdx') || !isAsked(to)) return [];
    const { source } = readArticleFile(root, to);
    const { value } = readFrontMatter(source, to);
    const aliases = [...(value?.aliases ?? []), articleUrl(from)];
    if (value === undefined || value.draft || value.aliases.includes(articleUrl(from))) return [];
    const title = `Its address was ${articleUrl(from)}: links from other sites lead nowhere now.`;
    return [
      { file: to, ...placesInHead(source)('title'), title, remedy: `aliases: [${aliases.join(', ')}]` },
    ];
  });
}
