import unicode11 from '@xterm/addon-unicode11';
import xterm, { type IBufferLine } from '@xterm/headless';
import type { TerminalSize } from '../../../core/contract/tables/terminal-table.ts';
import type { TerminalFault } from '../../../core/verdict/terminal/check-terminal.ts';
import { cellStyle, isSeenBlank } from './cell-style.ts';

/** Lines that a terminal keeps: 1 MB in usual lines, and at most 50 MB of memory for each run. */
const MAX_LINES = 20_000;

/** What was written to a terminal, as text, and its size. */
export interface ScreenTask {
  readonly written: string;
  readonly size: TerminalSize;
}

/** What a terminal shows at the end. */
export interface Screen {
  /** Its lines from the first to the last that is not blank; each begins and ends without a style. */
  readonly text: string;
  /** What it was asked for that its text does not hold. */
  readonly fault?: TerminalFault | undefined;
}

/** Carries out what a program has written to a terminal of a size. */
export async function screenOf(written: string, { columns, rows }: TerminalSize): Promise<Screen> {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    scrollback: MAX_LINES - rows,
    allowProposedApi: true,
    logLevel: 'off',
  });
  let fault: TerminalFault | undefined;
  // In other versions of Unicode an emoji is as wide as a letter.
  terminal.loadAddon(new unicode11.Unicode11Addon());
  terminal.unicode.activeVersion = '11';
  terminal.onData(() => {
    fault ??= 'question';
  });
  terminal.buffer.onBufferChange(() => {
    fault ??= 'alternate-screen';
  });
  await new Promise<void>(resolve => {
    terminal.write(written, resolve);
  });
  const { normal } = terminal.buffer;
  if (normal.length >= MAX_LINES) fault ??= 'too-many-lines';
  const lines = Array.from({ length: normal.length }, (_, index) => lineText(normal.getLine(index)));
  terminal.dispose();
  const last = lines.findLastIndex(line => line !== '');
  return {
    text: lines
      .slice(0, last + 1)
      .map(line => `${line}\n`)
      .join(''),
    fault,
  };
}

/**
 * A line with its styles, without the blanks at its end that nobody sees. A blank between others has the
 * style of what is before it, if nobody sees that either: recordings hold no change that no reader sees.
 */
function lineText(line: IBufferLine | undefined): string {
  if (line === undefined) return '';
  let [text, style, seen] = ['', '', ''];
  let isHidden = true;
  let cell = line.getCell(0);
  for (let column = 0; column < line.length; column += 1) {
    cell = line.getCell(column, cell);
    // The second half of a wide character has no width.
    if (cell === undefined || cell.getWidth() === 0) continue;
    const characters = cell.isInvisible() ? ' '.repeat(cell.getWidth()) : cell.getChars() || ' ';
    const isBlank = characters.trim() === '' && !isSeenBlank(cell);
    if (!isBlank || !isHidden) {
      const next = cellStyle(cell);
      if (next !== style) text += changeOf(style, next);
      style = next;
      isHidden = !isSeenBlank(cell);
    }
    text += characters;
    if (!isBlank) seen = style === '' ? text : `${text}\u001B[0m`;
  }
  return seen;
}

/** The escape sequence from one style to another, each as the parameters of one. */
function changeOf(from: string, to: string): string {
  const parameters = from === '' ? to : to === '' ? '0' : `0;${to}`;
  return `\u001B[${parameters}m`;
}
