import { make } from '../run/view/elements.ts';
import type { FoundPlace } from './found-pages.ts';

/** A result as an element of the list. @param kindWord what it is, in words: `Section` */
export function placeItem({ kind, title, within, url, excerpt }: FoundPlace, kindWord: string): HTMLElement {
  // No HTML is parsed: every second part of the text was found. The blank after it is not marked.
  const parts = excerpt.flatMap((part, index) =>
    index % 2 === 1 ? [make('mark', {}, part.trimEnd()), part.endsWith(' ') ? ' ' : ''] : [part],
  );
  const text = make(kind === 'code' ? 'code' : 'span', { className: 'search-excerpt' }, ...parts);
  const link = make(
    'a',
    { href: url },
    make('span', { className: 'search-kind', textContent: kindWord }),
    ' ',
    make('span', { className: 'search-title', textContent: title }),
    ...(within === '' ? [] : [' ', make('span', { className: 'search-within', textContent: within })]),
    text,
  );
  return make('li', {}, link);
}
