import type { PlannedNode } from '../lesson/planned-node.ts';

/** A picture as an article names it. */
export interface PlannedPicture {
  readonly kind: 'picture';
  readonly url: string;
  readonly alt: string;
  readonly title: string;
  readonly isAlone: boolean;
  /** What an author says of its size: `600`; empty if nothing. */
  readonly width: string;
  readonly height: string;
}

/** A part of an article that is drawn. */
export type DrawnBlock =
  | { readonly kind: 'formula'; readonly tex: string; readonly isBlock: boolean }
  | { readonly kind: 'diagram'; readonly source: string; readonly alt: string; readonly title: string }
  | PlannedPicture;

/** The block that a node of an article draws; undefined if it draws none. */
export function drawnBlock(
  node: PlannedNode,
  props: Readonly<Record<string, unknown>>,
): DrawnBlock | undefined {
  const { type, name, lang, meta, value = '' } = node;
  const text = (prop: string): string => (props[prop] === undefined ? '' : String(props[prop]));
  if (name === 'Formula') return { kind: 'formula', tex: decodeURIComponent(text('tex')), isBlock: false };
  if (type === 'code' && lang === 'math') return { kind: 'formula', tex: value, isBlock: true };
  if (type === 'code' && lang === 'dot') {
    const quoted = [...(meta ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, key, words]) => [key, words]);
    const { alt = '', title = '' } = Object.fromEntries(quoted) as Readonly<Record<string, string>>;
    return { kind: 'diagram', source: value, alt: alt.trim(), title };
  }
  const isAlone = node.isAlone === true || type === 'mdxJsxFlowElement';
  if (type === 'image')
    return {
      ...{ kind: 'picture', url: node.url ?? '', alt: node.alt ?? '', title: node.title ?? '' },
      ...{ isAlone, width: '', height: '' },
    };
  if (name !== 'img') return undefined;
  const of = { url: text('src'), alt: text('alt'), title: text('title') };
  return { kind: 'picture', ...of, isAlone, width: text('width'), height: text('height') };
}
