import { stripVTControlCharacters } from 'node:util';
import ansiStyles from 'ansi-styles';
import { escapeHtml } from '../../core/text/escape-html.ts';
import type { HighlightedLine } from './plain-highlighter.ts';

/** How text in a terminal looks. Colors are numbers of its 16 colors; absent: that of the page. */
interface TerminalStyle {
  readonly marks: ReadonlySet<string>;
  readonly text?: number | undefined;
  readonly behind?: number | undefined;
}

const PLAIN_TEXT: TerminalStyle = { marks: new Set() };

/** The mark that a number sets; 20 more takes it back. Blinking is not shown. */
const MARKS = ['bold', 'dim', 'italic', 'underline', '', '', 'reverse', '', 'strike'] as const;
const DOUBLE_UNDERLINE = 21;
const NEITHER_BOLD_NOR_DIM = 22;

/** Escape sequences of styles: https://en.wikipedia.org/wiki/ANSI_escape_code#SGR */
const STYLE = /\u001B\[(?<numbers>[\d;]*)m/;

/** An output with styles → its lines, with a class for each color and mark. */
export function ansiLines(output: string): readonly HighlightedLine[] {
  let style = PLAIN_TEXT;
  return output.split('\n').map(line =>
    line
      .split(STYLE)
      .map((part, index) => {
        if (index % 2 === 0) return span(stripVTControlCharacters(part), style);
        style = styled(style, part.split(';').map(Number));
        return '';
      })
      .join(''),
  );
}

function span(text: string, style: TerminalStyle): string {
  const classes = classesOf(style).join(' ');
  return text === '' || classes === ''
    ? escapeHtml(text)
    : `<span class="${classes}">${escapeHtml(text)}</span>`;
}

/** Without a background, `reverse` takes the colors of the page; with one, both colors change places. */
function classesOf({ marks, text, behind }: TerminalStyle): string[] {
  const isSwapped = marks.has('reverse') && behind !== undefined;
  const [front, back] = isSwapped ? [behind, text ?? INK] : [text, behind];
  return [
    ...MARKS.filter(mark => mark !== '' && marks.has(mark) && !(isSwapped && mark === 'reverse')),
    ...(front === undefined ? [] : [`fg${front}`]),
    ...(back === undefined ? [] : [`bg${back}`]),
  ];
}

/** The color that is nearest to that of the page's text: white in a dark terminal. */
const INK = 7;

/** The style after the numbers of one sequence; unknown ones change nothing. */
function styled(before: TerminalStyle, numbers: readonly number[]): TerminalStyle {
  let style = before;
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] ?? 0;
    if ([38, 48, 58].includes(number)) {
      const [color, length] = extendedColor(numbers.slice(index + 1));
      if (number === 38) style = { ...style, text: color ?? style.text };
      if (number === 48) style = { ...style, behind: color ?? style.behind };
      index += length;
    } else style = styledByOne(style, number);
  }
  return style;
}

function styledByOne(style: TerminalStyle, number: number): TerminalStyle {
  const { marks } = style;
  if (number === 0) return PLAIN_TEXT;
  if (number === DOUBLE_UNDERLINE) return styledByOne(style, 4);
  if (number === NEITHER_BOLD_NOR_DIM) return { ...style, marks: marks.difference(new Set(['bold', 'dim'])) };
  if (number < 10) return { ...style, marks: new Set([...marks, MARKS[number - 1] ?? '']) };
  if (number < 30) return { ...style, marks: marks.difference(new Set([MARKS[number - 21]])) };
  if (number === 39) return { ...style, text: undefined };
  if (number === 49) return { ...style, behind: undefined };
  const isBehind = Math.floor((number % 60) / 10) === 4;
  const color = colorOf(isBehind ? number - 10 : number);
  if (color === undefined) return style;
  return isBehind ? { ...style, behind: color } : { ...style, text: color };
}

/** `31` → 1, `91` → 9; undefined if the number is none of the 16 colors of text. */
function colorOf(number: number): number | undefined {
  if (number >= 30 && number <= 37) return number - 30;
  return number >= 90 && number <= 97 ? number - 82 : undefined;
}

/** One of 256 colors, or of all: as the nearest of 16. @returns it, and how many numbers name it */
function extendedColor([kind, ...of]: readonly number[]): [color: number | undefined, length: number] {
  const [red = 0, green = 0, blue = 0] = of;
  if (kind === 5) return [colorOf(ansiStyles.ansi256ToAnsi(Math.min(red, 255))), 2];
  if (kind === 2) return [colorOf(ansiStyles.rgbToAnsi(red, green, blue)), 4];
  return [undefined, 1];
}
