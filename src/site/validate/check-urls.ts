import { slug } from 'github-slugger';
import { suggestion } from '../../core/problems/suggest.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { CONTENT } from '../../core/project-paths.ts';

/** What of an article decides where it stands on the site. */
export interface Addressed {
  readonly file: string;
  /** Its place in its track; absent where its front matter is wrong. */
  readonly order?: number | undefined;
  /** The line of its front matter that says so. */
  readonly orderLine?: number | undefined;
}

/** Articles that stand in no track, cannot be addressed, or take the address or the place of another. */
export function addressProblems(articles: readonly Addressed[], tracks: readonly string[]): Problem[] {
  const addresses = new Map<string, string>();
  const places = new Map<string, string>();
  return articles.flatMap(({ file, order, orderLine }): Problem[] => {
    const [track = '', name = '', ...deeper] = file
      .slice(CONTENT.length + 1)
      .replace(/\.mdx$/, '')
      .split('/');
    if (name === '' || deeper.length > 0)
      return [
        {
          file,
          title: 'An article stands in the folder of its track, and in no other.',
          remedy: `git mv ${file} ${CONTENT}/${tracks[0] ?? 'track'}/${deeper.at(-1) ?? (name || track)}.mdx`,
        },
      ];
    const problems: Problem[] = [];
    if (!tracks.includes(track))
      problems.push({
        file,
        title: `There is no track "${track}".`,
        remedy: `${suggestion(track, tracks)} Tracks are listed in src/site.config.ts.`,
      });
    const proper = slug(name)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    if (proper !== name)
      problems.push({
        file,
        title: `"${name}" is no address: it is lower-case words with hyphens between them.`,
        remedy: articles.some(other => other.file === `${CONTENT}/${track}/${proper}.mdx`)
          ? 'Give it another name.'
          : `git mv ${file} ${CONTENT}/${track}/${proper || 'first-steps'}.mdx`,
      });
    problems.push(
      ...second(addresses, `${track}/${proper}`, file, first => ({
        file,
        title: `Two articles have the address /${track}/${proper}/: the other is ${first}.`,
        remedy: 'Rename one of them.',
      })),
    );
    if (order !== undefined)
      problems.push(
        ...second(places, `${track} ${order}`, file, first => ({
          file,
          line: orderLine,
          column: 1,
          title: `Two articles of the track have the order ${order}: the other is ${first}.`,
          remedy: 'Give each a place of its own.',
        })),
      );
    return problems;
  });
}

function second(
  taken: Map<string, string>,
  name: string,
  file: string,
  tell: (first: string) => Problem,
): Problem[] {
  const first = taken.get(name);
  taken.set(name, first ?? file);
  return first === undefined ? [] : [tell(first)];
}
