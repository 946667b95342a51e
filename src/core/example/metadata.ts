import { parse, TomlError } from 'smol-toml';
import { z } from 'zod';
import type { Problem, SourcePosition } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';
import { mendedToml } from './mend/mended-toml.ts';
import { exampleLines, isSoundValue, lostBlock, lostKeys, oneOf } from './lost-keys.ts';

type Table = Readonly<Record<string, unknown>>;

/** The PEP 723 block of a script. */
export interface Metadata {
  /** A version specifier such as `>=3.11`; absent if the script takes any version. */
  readonly requiresPython?: string | undefined;
  readonly dependencies: readonly string[];
  /** The `[tool.verbatim]` table as TOML gives it, not yet checked. */
  readonly tool: Table;
  /** The lines of the block; absent if the script has none. */
  readonly block?: LineRange | undefined;
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys of a block that this project reads. */
const blockSchema = z.object({
  'requires-python': z.string().optional(),
  dependencies: z.array(z.string()).default([]),
  tool: z.object({ verbatim: z.custom<Table>(isTable).default({}) }).default({ verbatim: {} }),
});

/** What the value of such a key is not, and a right line to paste. */
const MEANT = {
  'requires-python': { title: 'requires-python is not text.', remedy: '# requires-python = ">=3.11"' },
  dependencies: { title: 'dependencies is not a list of texts.', remedy: '# dependencies = []' },
  tool: { title: 'tool.verbatim is not a table.', remedy: '# [tool.verbatim]' },
} satisfies Record<keyof z.output<typeof blockSchema>, Pick<Problem, 'title' | 'remedy'>>;

/** Lines of a block, and characters of it. What a person writes takes a tenth of it. */
const MAX_LINES = 500;
const MAX_CHARACTERS = 200_000;

const BEGIN = /^# \/\/\/ (?<type>[a-zA-Z0-9-]+)$/;
const END = '# ///';
const IN_BLOCK = /^#(?: .*)?$/;

/** Reads the `script` block of a Python source; every mistake is a problem with its line in the source. */
export function parseMetadata(source: string, file: string): Result<Metadata> {
  const lines = source.split('\n');
  const [block, second] = scriptBlocks(lines);
  if (block === undefined) return withoutBlock(source, lines, file);
  const { first, last } = block;
  if (second !== undefined) {
    const title = 'A file has one "# /// script" block; this is a second one.';
    const remedy = `Merge it into the block at line ${first}.`;
    return fail({ file, line: second.first, column: 1, title, remedy });
  }
  const content = lines.slice(first, last - 1).map(line => line.replace(/^# ?/, ''));
  if (content.length > MAX_LINES || content.join('\n').length > MAX_CHARACTERS) {
    const most = `${MAX_LINES} lines and ${MAX_CHARACTERS} characters`;
    const title = `The metadata block is too long: at most ${most}.`;
    return fail({ file, line: first, column: 1, title, remedy: 'Shorten it; what is data can be a file.' });
  }
  const table = parseToml(content.join('\n'), file, first);
  if (table.problems) return fail(...table.problems);
  const outside = lostBlock(source, block);
  const lost = [...lostKeys(table.value, source, block), ...(outside === undefined ? [] : [outside])];
  if (lost.length > 0) return fail(...lost.map(each => ({ file, ...each })));
  const { data, error } = blockSchema.safeParse(table.value);
  if (data === undefined) {
    const wrong = new Set(error.issues.map(({ path: [key] }) => key));
    const meant = Object.entries(MEANT).filter(([key]) => wrong.has(key));
    return fail(
      ...meant.map(([key, problem]) => ({
        file,
        ...positionOfKey(key, { metadata: { block }, source }),
        ...problem,
      })),
    );
  }
  const { 'requires-python': requiresPython, dependencies, tool } = data;
  return succeed({ requiresPython, dependencies, tool: tool.verbatim, block });
}

/** The content of a block → its table. `first` is the line of the source before the content. */
function parseToml(text: string, file: string, first: number): Result<Table> {
  try {
    return succeed(parse(text));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [message = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    const reason = TOML_REASONS[message] ?? message;
    return fail({
      file,
      line: first + error.line,
      column: error.column + 2,
      title: `The metadata block is not TOML: ${reason}.`,
      remedy: remedyAt(text.split('\n'), error.line - 1, message),
    });
  }
}

const TWICE = 'trying to redefine an already defined table or value';

/** Messages of the parser in the words of an author. */
const TOML_REASONS: Readonly<Record<string, string>> = {
  [TWICE]: 'this key is there already',
  'control characters are not allowed in strings': 'a text that begins in this line does not end in it',
  'unfinished string': 'a text that begins in this line does not end in it',
  'unrecognised escape sequence': 'in double quotes, a backslash begins an escape, and this is none',
  'invalid value': 'this is no value; a text is in quotes',
  'expected comma or end of structure': 'a comma or a bracket is missing',
  'illegal character in numeric literal': 'this is no number',
};

/** What to write in place of a line that cannot be read. */
function remedyAt(lines: readonly string[], index: number, message: string): string {
  const line = lines[index] ?? '';
  if (message === TWICE || line.startsWith('///')) return 'Remove the line.';
  const mended = mendedToml(line, each => isReadable(lines.with(index, each), index) && isSound(each));
  if (mended !== undefined) return `# ${mended}`;
  const [, key = ''] = /^([\w-]+)/.exec(line) ?? [];
  return oneOf(exampleLines(key)) || 'Mend the line; its grammar is at https://toml.io/en/v1.0.0';
}

/** Whether nothing is wrong up to a line. */
function isReadable(lines: readonly string[], index: number): boolean {
  try {
    parse(lines.join('\n'));
  } catch (error) {
    return error instanceof TomlError && error.line - 1 > index;
  }
  return true;
}

/** Whether a line that sets a key of the contract sets it to something that the contract takes. */
function isSound(line: string): boolean {
  try {
    return Object.entries(parse(line)).every(([key, value]) => isSoundValue(key, value));
  } catch {
    // It is a part of a value, or of a table: nothing more is known of it.
    return true;
  }
}

/**
 * The blocks of the type `script`. A block ends with the last line `# ///` of the comments that follow its
 * first line, https://peps.python.org/pep-0723/#reference-implementation
 */
function scriptBlocks(lines: readonly string[]): LineRange[] {
  // For each line, the last end of a block in the comments that begin there: one pass, from the end.
  const ends: (number | undefined)[] = [];
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index] as string;
    if (IN_BLOCK.test(line)) ends[index] = ends[index + 1] ?? (line === END ? index : undefined);
  }
  const blocks: LineRange[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const type = BEGIN.exec(lines[index] as string)?.groups?.type;
    const end = ends[index + 1];
    if (type === undefined || end === undefined || end < index + 2) continue;
    if (type === 'script') blocks.push({ first: index + 1, last: end + 1 });
    index = end;
  }
  return blocks;
}

/** A script needs no block; but a block that begins has to end. */
function withoutBlock(source: string, lines: readonly string[], file: string): Result<Metadata> {
  const start = lines.findIndex(line => line.trimEnd() === '# /// script');
  const lost = start === -1 ? lostBlock(source, undefined) : undefined;
  if (lost !== undefined) return fail({ file, ...lost });
  if (start === -1) return succeed({ dependencies: [], tool: {} });
  const end = lines.findIndex((line, index) => index > start && line.trim() === END);
  const wrong = lines.findIndex((line, index) => index > start && index <= end && !IN_BLOCK.test(line));
  if (wrong !== -1)
    return fail({
      file,
      line: wrong + 1,
      column: 1,
      title: 'This line of the metadata block does not begin with "# ".',
      remedy: `# ${(lines[wrong] ?? '').replace(/^\s*#?\s*/, '')}`,
    });
  const last = lines.findIndex((_, index) => index >= start && !IN_BLOCK.test(lines[index + 1] ?? ''));
  return fail({
    file,
    line: last + 1,
    column: 1,
    title: `The metadata block that begins in line ${start + 1} is never closed.`,
    remedy: 'Below this line:\n# ///',
  });
}

/** Lines of a source, 1-based, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** What precedes a key, and what follows it. The start of a line comes first: elsewhere it may be a word. */
const FORMS = [
  ['^# *', '"? *='],
  [String.raw`^# *\[+tool\.verbatim\.`, String.raw`[\].]`],
  [String.raw`^# *\[*`, String.raw`\.`],
  [String.raw`^#.*\b`, '"? *='],
] as const;

/**
 * The position at which a metadata block sets a key: at the start of a line, or else in the header of a
 * table, or else inside a value. It is the first line of the block if that does not name the key.
 */
export function positionOfKey(
  key: string,
  { metadata: { block }, source }: { readonly metadata: Pick<Metadata, 'block'>; readonly source: string },
): Omit<SourcePosition, 'file'> | undefined {
  if (block === undefined) return undefined;
  const lines = source.split('\n').slice(block.first - 1, block.last);
  const name = key.replaceAll(/\W/g, '\\$&');
  for (const [before, after] of FORMS) {
    const pattern = new RegExp(`(?<before>${before})"?${name}${after}`);
    for (const [index, line] of lines.entries()) {
      const match = pattern.exec(line);
      if (match !== null)
        return { line: block.first + index, column: 1 + (match.groups?.before?.length ?? 0) };
    }
  }
  return { line: block.first, column: 1 };
}
