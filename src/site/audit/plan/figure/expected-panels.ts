import type { Words } from '../../../../core/words/en/en.ts';
import { expectedStyles } from '../text/expected-styles.ts';
import { collapse, expectedOutput } from '../text/expected-text.ts';

/** Of longer outputs, only the first lines are not folded. */
const MAX_OPEN_LINES = 20;
const FIRST_LINES = 12;

/** What one recording holds. */
interface Printed {
  readonly out: string;
  readonly err?: string | undefined;
  readonly tag?: string | undefined;
}

/** The panels of what one recording holds: output, and error output. */
export function panels(
  id: string,
  { lines }: { readonly lines?: string | undefined },
  { out, err = '', tag }: Printed,
  anchor: string,
  {
    of,
    title,
    words: { figure: words },
  }: { readonly of: string; readonly title: string | undefined; readonly words: Words },
): string[] {
  const cut = (count: number): string[] => (count > 0 ? [`p.cut: ${words.cut(count)}`] : []);
  const panel = (stream: 'out' | 'err', text: string): string[] => {
    if (text === '') return [];
    const label = words[stream];
    const all = text.replace(/\n$/, '').split('\n').length;
    const [from = 1, to = lines === undefined ? all : from] = lines?.split('-').map(Number) ?? [];
    const count = to <= all ? to - from + 1 : 0;
    const parts = count > MAX_OPEN_LINES ? [from, from + FIRST_LINES] : [from];
    const isWhole = lines === undefined && parts.length === 1;
    const pre = (first: number, index: number): string[] => {
      const last = (parts[index + 1] ?? to + 1) - 1;
      const range = isWhole ? undefined : `${first}-${last}`;
      const name = index === 0 ? label : words.rest(label, first, last);
      const claims = [
        `[aria-label=${words.panel(name, `${anchor}${of}`)}]`,
        lines === undefined ? '' : `[data-lines=${from}-${to}]`,
        `[data-output=${id}]`,
        parts.length === 1 ? '' : `[data-part=${index + 1}]`,
        tag === undefined ? '' : `[data-python=${tag}]`,
        `[data-stream=${stream}]`,
        expectedStyles(text, range),
      ].join('');
      const fold = ['details.panel.rest: ', 'summary.label: ', `span: ${words.more(last - first + 1)}`];
      return [...(index === 0 ? [] : fold), `pre${claims}: ${JSON.stringify(expectedOutput(text, range))}`];
    };
    return [
      `div.panel.${stream}: `,
      'p.label: ',
      `span: ${label}`,
      ...(title === undefined ? [] : [`span.of: ${collapse(title)}`]),
      ...cut(count === 0 ? all : from - 1),
      ...parts.flatMap(pre),
      ...cut(count === 0 ? 0 : all - to),
    ];
  };
  return [...panel('out', out), ...panel('err', err)];
}
