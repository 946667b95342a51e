import { codePoint, DIRECTION_MARK, escapeSequence, hiddenCharacter } from '../../text/invisible.ts';

interface CharacterProblem {
  readonly title: string;
  readonly remedy: string;
  /** Whether a terminal carries it out, and shows it no more. */
  readonly isForTerminals: boolean;
}

/** Colors and weights, which a page renders: https://en.wikipedia.org/wiki/ANSI_escape_code#SGR */
const STYLE = String.raw`\x1b\[[\d;]{0,100}m`;
/** A control character, with the style that it begins in `style`. Tabs and line feeds are none. */
const CONTROL = new RegExp(String.raw`(?<style>${STYLE})|[\x00-\x08\x0b-\x1f\x7f-\x9f]`, 'g');

/** Why characters are refused, by their code; the others are only named. */
const CAUSES: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  '\0': ['a NUL character', 'Print it as repr() does: \\x00'],
  '\r': [
    'a carriage return',
    'Print each state on a line of its own, or only the last; for csv, set lineterminator="\\n".',
  ],
  '\x1b': [
    'an escape sequence that is no color',
    'Print it without links, titles and moves of the cursor; colors such as \\x1b[31m may stay.',
  ],
  '\x9b': ['an escape sequence of one byte (U+009B)', 'Begin a color with \\x1b[ instead.'],
};

/**
 * What of an output no page can show as a terminal does: controls, and characters that nobody sees.
 * @param place what it was written to: `stdout`
 */
export function checkCharacters(text: string, place: string): CharacterProblem | undefined {
  const found = text
    .matchAll(CONTROL)
    .find(({ groups }) => groups?.style === undefined || conceals(groups.style));
  if (found?.groups?.style !== undefined)
    return problemAt(
      text,
      found.index,
      `It wrote a style that conceals text (\\x1b[8m) to ${place}`,
      'Print nothing there: what a page shows can be selected and copied.',
    );
  const control = found?.index;
  if (control !== undefined) {
    const character = text[control] as string;
    const [what, remedy] = CAUSES[character] ?? [
      `a control character (${codePoint(character)})`,
      `Print it as repr() does: ${escapeSequence(character)}`,
    ];
    return problemAt(text, control, `It wrote ${what} to ${place}`, remedy);
  }
  const turning = text.search(DIRECTION_MARK);
  const hidden = turning === -1 ? hiddenCharacter(text) : turning;
  if (hidden === undefined) return undefined;
  const escaped = escapeSequence(String.fromCodePoint(text.codePointAt(hidden) ?? 0));
  const effect = turning === -1 ? 'that nobody sees' : 'that changes the direction of text';
  const title = `It wrote a character ${effect} (${codePoint(text, hidden)}) to ${place}`;
  return problemAt(text, hidden, title, `Print it as ascii() does: ${escaped}`);
}

/** Whether one of the numbers of a style is 8, which is not one of those that describe a color. */
function conceals(style: string): boolean {
  const numbers = style.slice(2, -1).split(';').map(Number);
  for (let at = 0; at < numbers.length; at += 1) {
    if (numbers[at] === 8) return true;
    if ([38, 48, 58].includes(numbers[at] ?? 0)) at += { 5: 2, 2: 4 }[numbers[at + 1] ?? 0] ?? 0;
  }
  return false;
}

function problemAt(text: string, offset: number, title: string, remedy: string): CharacterProblem {
  const lines = text.slice(0, offset).split('\n');
  return {
    title: `${title}, in line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}.`,
    remedy,
    isForTerminals: /[\r\b\x1b\x9b]/.test(text[offset] ?? ''),
  };
}
