import { isUtf8 } from 'node:buffer';
import type { Problem } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';

/** What of a source is wrong: a place and a sentence. */
type Fault = Omit<Problem, 'file'>;

/** https://docs.python.org/3/reference/lexical_analysis.html#encoding-declarations */
const COOKIE = /^(?<before>[ \t\f]*#.*?coding[:=][ \t]*)(?<name>[-\w.]+)/;
const AS_UTF8 = 'Save it as UTF-8.';

/**
 * The bytes of a Python file → its text. A sample is UTF-8 without a byte order mark, its lines end with a line feed, and
 * every character in it can be seen: what a reader sees is what runs. Columns count UTF-16 units, as editors do.
 */
export function readSource(bytes: Uint8Array, file: string): Result<string> {
  const declared = declaredOtherwise(bytes);
  if (declared !== undefined) return fail({ file, ...declared });
  const { value: text, problems } = readText(bytes, file);
  if (problems !== undefined) return fail(...problems);
  return seen(text, file, AS_ESCAPE);
}

/** The bytes of an article → its text, under the same rules: what a reviewer sees in its source is what is published. */
export function readArticle(bytes: Uint8Array, file: string): Result<string> {
  const { value: text, problems } = readText(bytes, file);
  return problems === undefined ? seen(text, file, AS_REFERENCE) : fail(...problems);
}

function seen(text: string, file: string, write: Writing): Result<string> {
  const unseen = UNSEEN.flatMap(kind => firstOf(text, kind, write));
  return unseen.length > 0 ? fail(...unseen.map(each => ({ file, ...each }))) : succeed(text);
}

/** The bytes of a file that people write → its text: UTF-8 without a byte order mark. */
function readText(bytes: Uint8Array, file: string): Result<string> {
  const fault = marked(bytes) ?? notUtf8(bytes);
  return fault === undefined
    ? succeed(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
    : fail({ file, ...fault });
}

/** Another encoding, by the first bytes. */
function marked(bytes: Uint8Array): Fault | undefined {
  const start = Buffer.from(bytes.subarray(0, 3)).toString('latin1');
  if (/^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(start))
    return { line: 1, column: 1, title: 'The file is UTF-16.', remedy: AS_UTF8 };
  if (start === '\u00ef\u00bb\u00bf')
    return {
      line: 1,
      column: 1,
      title: 'The file begins with a byte order mark (BOM), which hides what its first line says.',
      remedy: 'Save it as UTF-8 without a byte order mark.',
    };
  return undefined;
}

/** Another encoding that a comment in one of the first two lines declares. */
function declaredOtherwise(bytes: Uint8Array): Fault | undefined {
  const lines = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').split('\n').slice(0, 2);
  // The second line counts only after a line that is a comment or blank.
  const index = lines.findIndex(
    (line, at) => COOKIE.test(line) && (at === 0 || /^[ \t\f]*(?:#.*)?\r?$/.test(lines[0] ?? '')),
  );
  const { before = '', name = 'utf-8' } = COOKIE.exec(lines[index] ?? '')?.groups ?? {};
  if (/^utf[-_]?8(?:$|-)/i.test(name)) return undefined;
  return {
    line: index + 1,
    column: before.length + 1,
    title: `The file says that it is encoded as ${name}; samples are UTF-8.`,
    remedy: 'Save it as UTF-8, and remove the line.',
  };
}

/** The place of the first byte that is not UTF-8. */
function notUtf8(bytes: Uint8Array): Fault | undefined {
  if (isUtf8(bytes)) return undefined;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let before = '';
  try {
    for (const byte of bytes) before += decoder.decode(Uint8Array.of(byte), { stream: true });
  } catch {
    // This byte is the first that cannot follow what stands before it.
  }
  return { ...endOf(before), title: 'The file is not UTF-8.', remedy: AS_UTF8 };
}

/** How a character is written that would not be seen. */
type Writing = (character: string) => string;

interface Unseen {
  readonly pattern: RegExp;
  readonly tell: (found: string, write: Writing) => Pick<Fault, 'title' | 'remedy'>;
}

/** Characters that make a source look like something else than what runs: https://trojansource.codes */
const UNSEEN: readonly Unseen[] = [
  {
    pattern: /\r/,
    tell: () => ({
      title: 'A line ends with a carriage return (CRLF).',
      remedy: 'Save the file with line feeds alone (LF).',
    }),
  },
  {
    pattern: /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/,
    tell: (found, write) => ({
      title: `Here stands a character that changes the direction of text (${codePoint(found)}): what is seen would not be what ${write === AS_ESCAPE ? 'runs' : 'is read'}.`,
      remedy: `Write it as ${write(found)}`,
    }),
  },
  {
    pattern: /[\u200b\u2060\ufeff]/,
    tell: (found, write) => ({
      title: `Here stands a character that nobody can see (${codePoint(found)}).`,
      remedy: `Remove it, or write it as ${write(found)}`,
    }),
  },
  {
    pattern: /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/,
    tell: (found, write) => ({
      title: `Here stands a control character (${codePoint(found)}).`,
      remedy: `${write === AS_ESCAPE ? 'W' : 'Remove it, or w'}rite it as ${write(found)}`,
    }),
  },
];

/** The first of these characters in a text, if there is one. */
function firstOf(text: string, { pattern, tell }: Unseen, write: Writing): Fault[] {
  const match = pattern.exec(text);
  return match === null ? [] : [{ ...endOf(text.slice(0, match.index)), ...tell(match[0], write) }];
}

/** The place behind a text, 1-based. */
function endOf(text: string): { line: number; column: number } {
  const lines = text.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

const hex = (character: string, digits: number): string =>
  character.charCodeAt(0).toString(16).padStart(digits, '0');
const codePoint = (character: string): string => `U+${hex(character, 4).toUpperCase()}`;
/** As Python writes it in a literal. */
const AS_ESCAPE: Writing = character =>
  `an escape: "${character < '\u0100' ? `\\x${hex(character, 2)}` : `\\u${hex(character, 4)}`}"`;
/** As MDX writes it in prose. */
const AS_REFERENCE: Writing = character => `a character reference: &#x${hex(character, 4)};`;
