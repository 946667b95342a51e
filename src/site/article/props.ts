import { literalOf } from './literal.ts';
import type { Node, Place } from './mdx-tree.ts';

/** The key of a spread, `{...props}`, among the props of a tag. */
export const SPREAD = '{…}';

/** Props of a tag: text and literals as their values, all else as an `Expression`. */
export function propsOf({ attributes = [] }: Node): Record<string, unknown> {
  return Object.fromEntries(
    attributes.map(({ type, name = '', value }) =>
      type === 'mdxJsxAttribute' ? [name, propValue(value)] : [SPREAD, true],
    ),
  );
}

/** A prop without a value is `true`. */
function propValue(value: unknown): unknown {
  if (value === null || value === undefined) return true;
  return typeof value === 'string' ? value : literalOf(String((value as { value?: unknown }).value ?? ''));
}

/** Where the props of a tag are, by their names. */
export type Spots = Readonly<Record<string, Pick<Place, 'line' | 'column'>>>;

/** The parser reports where a tag begins, but not where its props are: this finds them in the source. */
export function propSpots(
  source: string,
  { line, column, start, end }: Place,
  names: readonly string[],
): Spots {
  const tag = source.slice(start, end);
  return Object.fromEntries(
    names.map(name => {
      const at = tag.search(
        name === SPREAD ? /\{\s*\.{3}/ : new RegExp(`(?<=[\\s"'}])${RegExp.escape(name)}(?=[\\s=/>])`),
      );
      if (at === -1) return [name, { line, column }];
      const before = tag.slice(0, at).split('\n');
      const last = before.at(-1) ?? '';
      return [
        name,
        before.length === 1
          ? { line, column: column + at }
          : { line: line + before.length - 1, column: last.length + 1 },
      ];
    }),
  );
}
