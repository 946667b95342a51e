import type { IBufferCell } from '@xterm/headless';

/** What a cell asks for, in the order of its numbers: https://en.wikipedia.org/wiki/ANSI_escape_code#SGR */
const WEIGHTS = [
  ['1', cell => cell.isBold()],
  ['2', cell => cell.isDim()],
  ['3', cell => cell.isItalic()],
  ['4', cell => cell.isUnderline()],
  ['7', cell => cell.isInverse()],
  ['9', cell => cell.isStrikethrough()],
] as const satisfies readonly (readonly [code: string, isSet: (cell: IBufferCell) => number])[];

/**
 * The style of a cell as the parameters of one escape sequence; empty for plain text. Blinking and links are
 * left out: a page shows neither.
 */
export function cellStyle(cell: IBufferCell): string {
  if (cell.isAttributeDefault()) return '';
  return [
    ...WEIGHTS.flatMap(([code, isSet]) => (isSet(cell) ? [code] : [])),
    ...colorCodes(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor(), 30),
    ...colorCodes(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor(), 40),
  ].join(';');
}

/** Whether a cell without a character is seen all the same: it has a background, or a line. */
export function isSeenBlank(cell: IBufferCell): boolean {
  return !cell.isBgDefault() || Boolean(cell.isInverse() || cell.isUnderline() || cell.isStrikethrough());
}

/** @param base the number of the first color: 30 for text, 40 for what is behind it */
function colorCodes(isDefault: boolean, isRgb: boolean, color: number, base: number): string[] {
  if (isDefault) return [];
  if (isRgb) return [`${base + 8};2;${color >> 16};${(color >> 8) & 255};${color & 255}`];
  if (color < 8) return [String(base + color)];
  return [color < 16 ? String(base + 60 + color - 8) : `${base + 8};5;${color}`];
}
