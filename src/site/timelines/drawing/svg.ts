import { escapeHtml } from '../../../core/text/escape-html.ts';
import { oneLine } from '../facts/visible-text.ts';

/** Attributes of an element. One that is undefined is left out; numbers are rounded to tenths. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of SVG. Its children are markup already: texts come from `markupOf`. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const all = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : quoted(value ?? '')}"`)
    .join('');
  const content = children.join('');
  return content === '' ? `<${name}${all}/>` : `<${name}${all}>${content}</${name}>`;
}

/** A value of the data, as an attribute that the audit compares: no digit of it is rounded. */
export function fact(value: number | string | true | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** A coordinate. A tenth of a pixel is finer than any screen shows. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A text of a sample → markup. */
export function markupOf(text: string): string {
  return escapeHtml(oneLine(text));
}

function quoted(text: string): string {
  return markupOf(text).replaceAll('"', '&quot;');
}
