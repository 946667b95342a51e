import type { Place } from './parse-mdx.ts';

/** Where the props of a tag stand, 1-based, by their names. */
export type Spots = Readonly<Record<string, Pick<Place, 'line' | 'column'>>>;

/** The parser says where a tag begins, and not where its props are: they are found in the source, in front of what the tag encloses. */
export function propSpots(
  source: string,
  { line, column, start, end }: Place,
  names: readonly string[],
): Spots {
  const tag = source.slice(start, end);
  return Object.fromEntries(
    names.map(name => {
      const at = tag.search(new RegExp(String.raw`(?<=[\s"'}])${name.replaceAll(/\W/g, '\\$&')}(?=[\s=/>])`));
      if (at === -1) return [name, { line, column }];
      const before = tag.slice(0, at).split('\n');
      return [
        name,
        before.length === 1
          ? { line, column: column + at }
          : { line: line + before.length - 1, column: (before.at(-1) ?? '').length + 1 },
      ];
    }),
  );
}
