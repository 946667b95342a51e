import type { Problem } from '../../../core/problems/problem.ts';
import type { OutlinedArticle } from '../../article/outline.ts';
import { articleName, trackOf } from '../../routes.ts';

/** Articles by their names. */
type Named = ReadonlyMap<string, OutlinedArticle>;

/**
 * Prerequisites that nobody can follow: those that lead back to their article, and those that come later in
 * its track, whose order is the order of reading.
 */
export function readingOrderProblems(articles: readonly OutlinedArticle[]): Problem[] {
  const named: Named = new Map(articles.map(article => [articleName(article.file), article]));
  const seen = new Set<string>();
  // An article that was asked for is behind all others: what it is a part of is reported there.
  return [...named.keys()].toReversed().flatMap(name => {
    const { file, outline } = named.get(name) as OutlinedArticle;
    const { head } = outline;
    return (head?.data.prerequisites ?? []).flatMap((needed, index): Problem[] => {
      const at = { file, ...head?.at('prerequisites', index) };
      if (needed === name) return [];
      const way = wayTo(name, needed, named);
      if (way !== undefined) {
        const key = [...way].sort().join(' ');
        if (seen.has(key)) return [];
        seen.add(key);
        const circle = [name, ...way].join(' → ');
        const remedy = 'Take one of them out, or name it in seeAlso.';
        return [{ ...at, title: `Prerequisites go round in a circle: ${circle}.`, remedy }];
      }
      const other = named.get(needed);
      const [order, later] = [outline.order?.number, other?.outline.order?.number];
      if (order === undefined || later === undefined || later < order) return [];
      if (trackOf(file) !== trackOf(other?.file ?? '')) return [];
      const title = `The prerequisite "${needed}" comes later in the track, in place ${later}.`;
      return [{ ...at, title, remedy: `Change the order of one of them, or:\nseeAlso: [${needed}]` }];
    });
  });
}

/** The shortest way from an article to another by prerequisites; undefined if there is none. */
function wayTo(goal: string, start: string, named: Named): readonly string[] | undefined {
  /** Each article that was met, with the one that needs it. */
  const met = new Map<string, string | undefined>([[start, undefined]]);
  for (const [name] of met) {
    if (name === goal) return wayBack(name, met);
    for (const next of named.get(name)?.outline.head?.data.prerequisites ?? [])
      if (!met.has(next)) met.set(next, name);
  }
  return undefined;
}

function wayBack(end: string, met: ReadonlyMap<string, string | undefined>): readonly string[] {
  const before = met.get(end);
  return before === undefined ? [end] : [...wayBack(before, met), end];
}
