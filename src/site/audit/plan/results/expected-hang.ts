import { stripVTControlCharacters } from 'node:util';
import { collapse } from '../text/expected-text.ts';

/** Where a panel is: whose run hangs, what names it, and where its lines are; no address for a variant. */
interface HangPlace {
  readonly id: string;
  readonly name: string;
  readonly tag: string | undefined;
  readonly title: string | undefined;
  readonly base: string;
  readonly isVariant: boolean;
}

/** The lines of the panel that shows where a program hangs; none if it ends. */
export function expectedHang(
  waits: string,
  { id, name, tag, title, base, isVariant }: HangPlace,
): readonly string[] {
  if (waits === '') return [];
  const lines = stripVTControlCharacters(waits).replace(/\n$/, '').split('\n');
  const last = lines.at(-1) ?? '';
  const circle = isCircle(last) ? last.replace(/^Circle: /, '').split(' → ') : [];
  const sentences = circle.length === 0 ? lines : lines.slice(0, -1);
  const python = tag === undefined ? '' : `[data-python=${tag}]`;
  const page = `${base}/examples/${id}/#${id.replace(/^.*\//, '')}`;
  return [
    'div.panel.hang: ',
    'p.label: ',
    'span: Where it hangs',
    ...(title === undefined ? [] : [`span.of: ${collapse(title)}`]),
    `ul.waits[aria-label=Where it hangs: ${name}]${python}[data-waits=${id}]: `,
    ...sentences.flatMap(sentence => sentenceLines(sentence, isVariant ? undefined : page)),
    ...(circle.length === 0
      ? []
      : [
          'p.circle-label: The circle: each waits for the next, and the last is the first.',
          `ol.circle[aria-label=Circle: ${name}]: `,
          ...circle.map(step => `li: ${collapse(step)}`),
        ]),
  ];
}

/** A line that is the sentence of a thread is none, whatever the name of the thread. */
function isCircle(line: string): boolean {
  return line.startsWith('Circle: ') && partsOf(line) === undefined;
}

/** Name, what it does, number and text of a line: each as short as it can be, except the last. */
function partsOf(sentence: string): readonly [string, string, string, string] | undefined {
  const waits = sentence.indexOf(' waits in ');
  const place = waits === -1 ? null : /, line (\d+): /.exec(sentence.slice(waits + ' waits in '.length));
  if (place === null) return undefined;
  const at = waits + ' waits in '.length + place.index;
  return [
    sentence.slice(0, waits),
    sentence.slice(waits + 1, at),
    place[1] ?? '',
    sentence.slice(at + place[0].length),
  ];
}

function sentenceLines(sentence: string, page: string | undefined): string[] {
  const parts = partsOf(sentence);
  if (parts === undefined) return [`li: ${collapse(sentence)}`];
  const [name, what, line, code] = parts;
  return [
    'li: , :',
    ...(name === '' ? [] : [`strong: ${collapse(name)}`]),
    `span.what: ${collapse(what)}`,
    page === undefined ? `span.line: line ${line}` : `a[href=${page}-L${line}]: line ${line}`,
    ...(code === '' ? [] : [`code: ${collapse(code)}`]),
  ];
}
