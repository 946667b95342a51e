import type { Words } from '../../../../core/words/en/en.ts';
import type { PlannedFigure } from '../article-blocks.ts';
import type { AuditedRecording } from '../audit-plan.ts';
import { expectedStyles } from '../text/expected-styles.ts';
import { collapse, expectedOutput } from '../text/expected-text.ts';

/** Longer outputs are folded. */
const MAX_OPEN_LINES = 20;

/** The panels of what one recording holds: output, and error output. */
export function panels(
  id: string,
  { lines }: Pick<PlannedFigure, 'lines'>,
  { out, err = '', tag }: AuditedRecording,
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
    const claims = [
      `[aria-label=${words.panel(label, `${anchor}${of}`)}]`,
      lines === undefined ? '' : `[data-lines=${from}-${to}]`,
      `[data-output=${id}]`,
      tag === undefined ? '' : `[data-python=${tag}]`,
      `[data-stream=${stream}]`,
      expectedStyles(text, lines && `${from}-${to}`),
    ];
    const isFolded = count > MAX_OPEN_LINES;
    return [
      `${isFolded ? 'details' : 'div'}.panel.${stream}: `,
      `${isFolded ? 'summary' : 'p'}.label: `,
      `span: ${label}`,
      ...(isFolded ? [`span: ${words.lines(count)}`] : []),
      ...(title === undefined ? [] : [`span.of: ${collapse(title)}`]),
      ...cut(count === 0 ? all : from - 1),
      `pre${claims.join('')}: ${JSON.stringify(expectedOutput(text, lines && `${from}-${to}`))}`,
      ...cut(count === 0 ? 0 : all - to),
    ];
  };
  return [...panel('out', out), ...panel('err', err)];
}
