import { isUtf8 } from 'node:buffer';
import type { Problem } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';
import { codePoint, CONTROL, DIRECTION_MARK, escapeSequence, hiddenCharacter } from './invisible.ts';

type LocatedProblem = Omit<Problem, 'file'>;

const AS_UTF8 = 'Save it as UTF-8.';

/**
 * The bytes of a Python file → its text. A sample is UTF-8 without a byte order mark, its lines end with a
 * line feed, and every character is visible: what a reader sees is what runs. Columns count UTF-16 units.
 */
export function readSource(bytes: Uint8Array, file: string): Result<string> {
  return read(bytes, file, IN_PYTHON, checkDeclaredEncoding(bytes) ?? checkEncoding(bytes));
}

/** The bytes of an article → its text, under the same rules, except those for Python's encoding comments. */
export function readArticle(bytes: Uint8Array, file: string): Result<string> {
  return read(bytes, file, IN_ARTICLE, checkEncoding(bytes));
}

/** https://docs.python.org/3/reference/lexical_analysis.html#encoding-declarations */
const ENCODING_COMMENT = /^(?<before>[ \t\f]*#.*?coding[:=][ \t]*)(?<name>[-\w.]+)/;

/** Refuses another encoding that a comment in one of the first two lines declares. */
function checkDeclaredEncoding(bytes: Uint8Array): LocatedProblem | undefined {
  const lines = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').split('\n').slice(0, 2);
  // The second line counts only if the first is a comment or blank.
  const index = lines.findIndex(
    (line, at) => ENCODING_COMMENT.test(line) && (at === 0 || /^[ \t\f]*(?:#.*)?\r?$/.test(lines[0] ?? '')),
  );
  const { before = '', name = 'utf-8' } = ENCODING_COMMENT.exec(lines[index] ?? '')?.groups ?? {};
  if (/^utf[-_]?8(?:$|-)/i.test(name)) return undefined;
  return {
    line: index + 1,
    column: before.length + 1,
    title: `The file says that it is encoded as ${name}; samples are UTF-8.`,
    remedy: 'Save it as UTF-8, and remove the line.',
  };
}

/** Refuses byte order marks, and bytes that are not UTF-8. */
function checkEncoding(bytes: Uint8Array): LocatedProblem | undefined {
  const start = Buffer.from(bytes.subarray(0, 3)).toString('latin1');
  if (/^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(start))
    return { line: 1, column: 1, title: 'The file is UTF-16.', remedy: AS_UTF8 };
  if (start === '\u00ef\u00bb\u00bf') {
    const title = 'The file begins with a byte order mark (BOM), which hides what its first line says.';
    return { line: 1, column: 1, title, remedy: 'Save it as UTF-8 without a byte order mark.' };
  }
  if (isUtf8(bytes)) return undefined;
  return { ...endOf(validPrefix(bytes)), title: 'The file is not UTF-8.', remedy: AS_UTF8 };
}

/** The text before the first byte that is not UTF-8. */
function validPrefix(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const parts: string[] = [];
  try {
    for (const byte of bytes) parts.push(decoder.decode(Uint8Array.of(byte), { stream: true }));
  } catch {
    // The decoder refuses the first byte that cannot follow the text before it.
  }
  return parts.join('');
}

/** How a kind of file writes a character that nobody would see. */
interface Notation {
  /** What a reader takes the text for. */
  readonly does: string;
  readonly write: (character: string) => string;
  /** Whether a control character may as well be removed. A Python sample may need it. */
  readonly removable: boolean;
}

const IN_PYTHON: Notation = {
  does: 'runs',
  write: character => `an escape: "${escapeSequence(character)}"`,
  removable: false,
};
const IN_ARTICLE: Notation = {
  does: 'is read',
  write: character => `a character reference: &#x${hexCode(character)};`,
  removable: true,
};

/** Bytes → their text; a problem for the first character of each kind that nobody would see. */
function read(
  bytes: Uint8Array,
  file: string,
  { does, write, removable }: Notation,
  unreadable: LocatedProblem | undefined,
): Result<string> {
  if (unreadable !== undefined) return fail({ file, ...unreadable });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const at = (pattern: RegExp): number => text.search(pattern);
  const problems = [
    found(text, at(/\r/), () => [
      'A line ends with a carriage return (CRLF).',
      'Save the file with line feeds alone (LF).',
    ]),
    found(text, at(DIRECTION_MARK), it => [
      `This character changes the direction of text (${codePoint(it)}): what is seen is not what ${does}.`,
      `Write it as ${write(it)}`,
    ]),
    found(text, hiddenCharacter(text) ?? -1, it => [
      `This character is invisible (${codePoint(it)}).`,
      `Remove it, or write it as ${write(it)}`,
    ]),
    found(text, at(CONTROL), it => [
      `This is a control character (${codePoint(it)}).`,
      `${removable ? 'Remove it, or write' : 'Write'} it as ${write(it)}`,
    ]),
  ].flat();
  return problems.length > 0 ? fail(...problems.map(each => ({ file, ...each }))) : succeed(text);
}

/** The problem with the character at an offset; none if that is -1. */
function found(
  text: string,
  offset: number,
  describe: (character: string) => readonly [title: string, remedy: string],
): LocatedProblem[] {
  if (offset === -1) return [];
  const [title, remedy] = describe(String.fromCodePoint(text.codePointAt(offset) ?? 0));
  return [{ ...endOf(text.slice(0, offset)), title, remedy }];
}

/** The position behind a text, 1-based. */
function endOf(text: string): { line: number; column: number } {
  const lines = text.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

function hexCode(character: string): string {
  return codePoint(character).slice(2).toLowerCase();
}
