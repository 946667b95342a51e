import type { Words } from '../../../../core/words/en/en.ts';
import { stripVTControlCharacters } from 'node:util';
import { collapse } from '../text/expected-text.ts';

/** Where a panel is: whose run hangs, what names it, and where its lines are; no address for a variant. */
interface HangPlace {
  readonly id: string;
  readonly name: string;
  readonly tag: string | undefined;
  readonly title: string | undefined;
  readonly base: string;
  readonly result: Words['result'];
  readonly isVariant: boolean;
}

/** The lines of the panel that shows where a program hangs; none if it ends. */
export function expectedHang(
  waits: string,
  { id, name, tag, title, base, result, isVariant }: HangPlace,
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
    `span: ${result.hangs}`,
    ...(title === undefined ? [] : [`span.of: ${collapse(title)}`]),
    `ul.waits[aria-label=${result.hangs}: ${name}]${python}[data-waits=${id}]: `,
    ...sentences.flatMap(sentence => sentenceLines(sentence, isVariant ? undefined : page, result)),
    ...(circle.length === 0
      ? []
      : [
          `p.circle-label: ${result.circleLabel}`,
          `ol.circle[aria-label=${result.circle}: ${name}]: `,
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

function sentenceLines(sentence: string, page: string | undefined, result: Words['result']): string[] {
  const parts = partsOf(sentence);
  if (parts === undefined) return [`li: ${collapse(sentence)}`];
  const [name, what, line, code] = parts;
  return [
    'li: , :',
    ...(name === '' ? [] : [`strong: ${collapse(name)}`]),
    `span.what: ${collapse(whatText(what, result))}`,
    page === undefined ? `span.line: ${result.line(line)}` : `a[href=${page}-L${line}]: ${result.line(line)}`,
    ...(code === '' ? [] : [`code: ${collapse(code)}`]),
  ];
}

/** `waits in Lock.acquire for paper, which Bob holds`, in the language of a page. */
function whatText(what: string, result: Words['result']): string {
  let rest = what.slice('waits in '.length);
  let holder: string | undefined;
  const held = rest.indexOf(', which ');
  if (held !== -1 && rest.endsWith(' holds')) {
    const name = rest.slice(held + ', which '.length, -' holds'.length);
    holder = name === 'it' ? result.itself : name;
    rest = rest.slice(0, held);
  }
  const on = rest.indexOf(' for ');
  return on === -1
    ? result.waits(rest, undefined, holder)
    : result.waits(rest.slice(0, on), rest.slice(on + ' for '.length), holder);
}
