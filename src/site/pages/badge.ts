import { escapeHtml } from '../../core/text/escape-html.ts';

/** Pixels of characters in the fonts below. The first row that fits counts. */
const WIDTHS: readonly (readonly [characters: RegExp, pixels: number])[] = [
  [/[ijlI.,:]/, 3.2],
  [/[frt ]/, 4.4],
  [/[mwMW]/, 10],
  [/./, 6.8],
];
const PADDING = 6;
const ICON_WIDTH = 14;

const FONT = 'font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11" fill="#fff"';
const MARK = '<path d="m6.5 10.2 2.3 2.3 4.2-4.6" fill="none" stroke="#fff" stroke-width="1.8"/>';

/**
 * A badge for a README: a label, and a message beside it. It has neither styles nor scripts, so every page
 * may show it.
 */
export function badge(label: string, message: string): string {
  const name = escapeHtml(`${label}: ${message}`);
  const labelWidth = widthOf(label);
  const left = PADDING + ICON_WIDTH + labelWidth + PADDING;
  const messageWidth = widthOf(message);
  const width = left + PADDING + messageWidth + PADDING;
  const text = (content: string, x: number, length: number): string =>
    `<text x="${x}" y="14" textLength="${length}">${escapeHtml(content)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img">`,
    `<title>${name}</title>`,
    `<clipPath id="edge"><rect width="${width}" height="20" rx="3"/></clipPath>`,
    `<g clip-path="url(#edge)"><rect width="${left}" height="20" fill="#3b3b3b"/>`,
    `<rect x="${left}" width="${width - left}" height="20" fill="#0b6b50"/></g>`,
    MARK,
    `<g ${FONT}>`,
    text(label, PADDING + ICON_WIDTH, labelWidth),
    text(message, left + PADDING, messageWidth),
    '</g>',
    '</svg>\n',
  ].join('');
}

/** The text is stretched to this width, so it fits whatever font there is. */
function widthOf(text: string): number {
  const pixels = [...text].map(
    character => WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? 0,
  );
  return Math.round(pixels.reduce((sum, width) => sum + width, 0));
}
