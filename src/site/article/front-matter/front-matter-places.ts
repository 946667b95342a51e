import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { frontMatterText } from './front-matter-range.ts';

/** From 1, both. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a key of front matter is, or one of the values of its list; its first line if it has no such key. */
export type PlaceInHead = (key: string, index?: number) => Place;

/** Finds keys and values in the front matter of an article. It is read when the first is asked for. */
export function placesInHead(source: string): PlaceInHead {
  const lines = new LineCounter();
  let contents: unknown;
  return (key, index) => {
    contents ??= parseDocument(frontMatterText(source) ?? '', { lineCounter: lines }).contents;
    const pair = isMap(contents) ? contents.items.find(each => String(each.key) === key) : undefined;
    const list = pair?.value;
    const node = index === undefined ? pair?.key : isSeq(list) ? list.items[index] : list;
    const offset = (node as { readonly range?: readonly number[] } | undefined)?.range?.[0];
    if (offset === undefined) return { line: 1, column: 1 };
    const { line, col } = lines.linePos(offset);
    return { line: line + 1, column: col };
  };
}
