import type { LessonFacts } from '../article/article-facts.ts';
import type { Scan } from '../article/parse-mdx.ts';
import type { AnyFigure } from '../figures/parts/figure.ts';

/** @param figures of the article, by the offsets of their tags */
export function lessonFacts(
  { tags, headings, references, tree }: Pick<Scan, 'tags' | 'headings' | 'references' | 'tree'>,
  figures: ReadonlyMap<number, AnyFigure>,
): LessonFacts {
  const headingsAbove = (offset: number): readonly string[] => {
    const above = headings.filter(({ position }) => position.start < offset);
    const section = above.findLast(({ depth }) => depth === 2);
    const inside = above.slice(section === undefined ? above.length : above.indexOf(section) + 1);
    const heading = inside.findLast(({ depth }) => depth === 3);
    return [section, heading].flatMap(each => each?.text ?? []);
  };
  return {
    exercises: tags.filter(({ name }) => name === 'Exercise').length,
    tables: (tree.children ?? []).filter(({ type }) => type === 'table').length,
    since: references.flatMap(({ position: { start } }) => {
      const figure = figures.get(start);
      if (figure?.kind !== 'since') return [];
      const { version, id } = figure;
      return { version, id, headings: headingsAbove(start) };
    }),
    terms: references.flatMap(({ position: { start } }) => {
      const figure = figures.get(start);
      return figure?.kind === 'term' ? { slug: figure.slug, id: figure.id } : [];
    }),
  };
}
