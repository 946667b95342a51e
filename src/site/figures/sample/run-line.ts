import type { Example } from '../../../core/example/example.ts';
import { shellQuote } from '../../../core/text/shell-quote.ts';
import { archiveFolder } from '../../routes.ts';
import { absoluteUrl } from '../../site-url.ts';

/** The line for a shell that fetches an example from the site and runs it, around the address of its file. */
export interface RunLine {
  /** What is before the address: `printf '%s' Ada | uv run`. */
  readonly before: string;
  /** What is after it: `--verbose`; empty if nothing is. */
  readonly after: string;
  /** Whether only a POSIX shell reads it: it has pipes, variables, several commands or quotes. */
  readonly isPosix: boolean;
}

/** Why an example has no such line: nothing proved what it would print, or it cannot be pasted. */
export type NoLine = 'unverified' | 'characters' | 'length';

/** Characters. Terminals take longer lines, and nobody reads one. */
const MAX_LENGTH = 2000;

/** A terminal obeys them when they are pasted. */
const CONTROL = /[\x00-\x1f\x7f-\x9f]/;

/** A program that asks for its own file shows its name, which `uv run` with an address changes. */
const OWN_FILE = /\b__file__\b/;

/**
 * The line that fetches an example and runs it as it was verified, or why there is none. That of one file is
 * of uv, which brings the Python and the packages that it names. Several files come as their archive: Python
 * itself opens it, and uv runs it only if it needs packages.
 */
export function runLine(example: Example): RunLine | NoLine {
  const { files, contract, metadata, entry, source } = example;
  const isSingle = files.size === 1;
  const hasPackages = metadata.dependencies.length > 0;
  // Without a block, uv would take the file for a part of the project around it.
  const uv = metadata.block === undefined ? 'uv run --no-project' : 'uv run';
  const words = wordsAround(example, isSingle || hasPackages ? uv : 'python3');
  const command = joined([words.before, entry, words.after]);
  const isFetched = isSingle && !OWN_FILE.test(source);
  const folder = archiveFolder(example);
  const open = hasPackages ? 'uv run --no-project python' : 'python3';
  const line = isFetched
    ? words
    : isSingle
      ? { before: `curl -fsSLo ${entry}`, after: `&& ${command}` }
      : {
          before: 'curl -fsSLO',
          after: `&& ${open} -m zipfile -e ${folder}.zip . && (cd ${folder} && ${command})`,
        };
  const text = line.before + line.after;
  if (CONTROL.test(text)) return 'characters';
  if (text.length > MAX_LENGTH) return 'length';
  const hasInput = contract.stdin !== undefined || Object.keys(contract.env).length > 0;
  return { ...line, isPosix: !isFetched || hasInput || /['"]/.test(text) };
}

/** The command that runs an example whose files the reader has, from their folder. */
export function ownCommand(example: Example): string {
  const python = example.metadata.dependencies.length > 0 ? 'uv run' : 'python3';
  const { before, after } = wordsAround(example, python);
  return joined([before, example.entry, after]);
}

/** The line with its address. @param file to fetch, by its path in the site: `examples/threading/lock.py` */
export function lineFor({ before, after }: RunLine, file: string): string {
  return joined([before, shellQuote(absoluteUrl(`/${file}`)), after]);
}

function wordsAround(
  { contract: { args, env, stdin } }: Pick<Example, 'contract'>,
  program: string,
): Pick<RunLine, 'before' | 'after'> {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${shellQuote(value)}`);
  const input = stdin === undefined ? [] : [`${printfOf(stdin)} |`];
  return { before: [...input, ...variables, program].join(' '), after: args.map(shellQuote).join(' ') };
}

/** A command that prints a text, on one line however many the text has. */
function printfOf(text: string): string {
  const lines = text.split('\n');
  if (lines.length === 1) return `printf '%s' ${shellQuote(text)}`;
  const isClosed = lines.at(-1) === '';
  // printf repeats its format for each word.
  const format = isClosed ? String.raw`%s\n` : lines.map(() => '%s').join(String.raw`\n`);
  return [`printf '${format}'`, ...lines.slice(0, isClosed ? -1 : undefined).map(shellQuote)].join(' ');
}

const joined = (words: readonly string[]): string => words.filter(word => word !== '').join(' ');
