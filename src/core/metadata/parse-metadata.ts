import { parse, TomlError } from 'smol-toml';
import { positionOfKey } from './metadata-position.ts';
import type { Problem } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';

/** The PEP 723 block of a script: where it stands and what it says. */
export interface Metadata {
  /** A version specifier such as `>=3.11`, absent when the script takes any version. */
  readonly requiresPython?: string | undefined;
  readonly dependencies: readonly string[];
  /** The `[tool.verbatim]` table as TOML gave it, not yet checked. */
  readonly tool: Readonly<Record<string, unknown>>;
  /** 1-based first and last line of the block; absent when the script has none. */
  readonly block?: { readonly first: number; readonly last: number } | undefined;
}

/** The grammar of an inline metadata block, https://peps.python.org/pep-0723/#reference-implementation */
const BLOCK = /^# \/\/\/ (?<type>[a-zA-Z0-9-]+)$\s(?<content>(?:^#(?:| .*)$\s)+)^# \/\/\/$/gm;

/** Reads the `script` block of a Python source. Every mistake in it is a Problem with the line of the source. */
export function parseMetadata(source: string, file: string): Result<Metadata> {
  const blocks = [...source.matchAll(BLOCK)].filter(match => match.groups?.type === 'script');
  const [block, second] = blocks;
  if (block === undefined) return withoutBlock(source, file);
  const first = lineAt(source, block.index);
  if (second !== undefined) {
    return fail({
      file,
      line: lineAt(source, second.index),
      column: 1,
      title: 'A file has one "# /// script" block; this is a second one.',
      remedy: `Merge it into the block at line ${first}.`,
    });
  }
  const content = block.groups?.content ?? '';
  const last = first + content.split('\n').length;
  let table: Record<string, unknown>;
  try {
    table = parseTable(content.replaceAll(/^# ?/gm, ''));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return fail({
      file,
      line: first + error.line,
      column: error.column + 2,
      title: `The metadata block is not TOML: ${firstLine(error.message)}.`,
      remedy: 'Mend the line; its grammar is at https://toml.io/en/v1.0.0',
    });
  }
  const wrong = misplaced(table);
  if (wrong.length > 0)
    return fail(
      ...wrong.map(({ key, ...problem }) => ({
        file,
        ...positionOfKey(key, { block: { first, last } }, source),
        ...problem,
      })),
    );
  return succeed({
    requiresPython: table['requires-python'] as string | undefined,
    dependencies: (table.dependencies as string[] | undefined) ?? [],
    tool:
      ((table.tool as Record<string, unknown> | undefined)?.verbatim as
        Record<string, unknown> | undefined) ?? {},
    block: { first, last },
  });
}

/** Tables by their text: most of a site's blocks are alike. */
const parsed = new Map<string, Record<string, unknown>>();

/** @throws TomlError */
function parseTable(text: string): Record<string, unknown> {
  const table = parsed.get(text) ?? parse(text);
  parsed.set(text, table);
  return table;
}

/** A script without a block is fine; one whose block was begun and does not end is not. */
function withoutBlock(source: string, file: string): Result<Metadata> {
  const begun = source.search(/^# \/\/\/ script\s*$/m);
  if (begun === -1) return succeed({ dependencies: [], tool: {} });
  return fail({
    file,
    line: lineAt(source, begun),
    column: 1,
    title: 'The metadata block is not closed, or one of its lines does not begin with "# ".',
    remedy: 'Begin each of its lines with "# " and end it with a line "# ///".',
  });
}

/** What of the block is of another kind than it has to be. */
function misplaced({
  'requires-python': requires,
  dependencies,
  tool,
}: Record<string, unknown>): (Pick<Problem, 'title' | 'remedy'> & { readonly key: string })[] {
  const verbatim = isTable(tool) ? tool.verbatim : undefined;
  return [
    ...(requires === undefined || typeof requires === 'string'
      ? []
      : [
          {
            key: 'requires-python',
            title: 'requires-python is not text.',
            remedy: 'requires-python = ">=3.11"',
          },
        ]),
    ...(dependencies === undefined ||
    (Array.isArray(dependencies) && dependencies.every(each => typeof each === 'string'))
      ? []
      : [
          { key: 'dependencies', title: 'dependencies is not a list of texts.', remedy: 'dependencies = []' },
        ]),
    ...((tool === undefined || isTable(tool)) && (verbatim === undefined || isTable(verbatim))
      ? []
      : [{ key: 'tool', title: 'tool.verbatim is not a table.', remedy: '[tool.verbatim]' }]),
  ];
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** 1-based line of an offset. */
function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

function firstLine(message: string): string {
  const words = (message.split('\n')[0] ?? message).replace(/^Invalid TOML document: /, '');
  // What its parser says of a quote that is missing.
  return words === 'control characters are not allowed in strings'
    ? 'a text that begins in this line does not end in it'
    : words;
}
