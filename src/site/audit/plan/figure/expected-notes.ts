import { collapse } from '../text/expected-text.ts';
import { namedLineNumbers } from '../text/named-line-numbers.ts';
import type { PlannedNote } from './planned-notes.ts';
import type { Words } from '../../../../core/words/en/en.ts';

/** A figure as its article has it. */
interface NotedFigure {
  readonly notes?: readonly PlannedNote[] | undefined;
  readonly region?: string | undefined;
  readonly block: boolean;
}

/** The line of the file that each note of a figure is about. */
export function noteLines({ notes = [], region, block }: NotedFigure, source: string): readonly number[] {
  return notes.map(({ line }) => namedLineNumbers(line, source, region, block)[0] ?? 0);
}

/** The markers of a code: the line of each, its id, the id of its note, and what is heard of it. */
export function noteClaim(
  figure: NotedFigure,
  source: string,
  anchor: string,
  { figure: words }: Words,
): string {
  const lines = noteLines(figure, source);
  if (lines.length === 0) return '';
  const marker = (line: number, index: number): string => {
    const number = index + 1;
    return `${line}:${anchor}.at-${number}/#${anchor}.note-${number}/${words.note(number)}`;
  };
  return `[notes=${lines.map(marker).join(' ')}]`;
}

/** The lines of the list below the code. */
export function noteListLines(
  figure: NotedFigure,
  source: string,
  anchor: string,
  base: string,
  { figure: words }: Words,
): string[] {
  const { notes = [] } = figure;
  if (notes.length === 0) return [];
  const lines = noteLines(figure, source);
  return [
    `ol.notes[aria-label=${words.notes(anchor)}]: `,
    ...notes.flatMap(({ text, links }, index) => [
      `li[id=${anchor}.note-${index + 1}]: `,
      `a[href=#${anchor}.at-${index + 1}]: ${words.line(lines[index] ?? 0)}`,
      `div.note: ${collapse(text)}`,
      ...links.map(link => linkLine(link, base)),
    ]),
  ];
}

/** A link in a note, below the path of the site. */
function linkLine({ url, title, text }: PlannedNote['links'][number], base: string): string {
  const href = /^\/(?!\/)/.test(url) ? `${base}${url}` : url;
  return `a[href=${href}]${title === undefined ? '' : `[title=${title}]`}: ${collapse(text)}`;
}
