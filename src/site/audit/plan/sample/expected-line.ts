import type { Example } from '../../../../core/example/example.ts';

/** The line that fetches an example and runs it, around the address of the file that it fetches. */
export interface ExpectedRunLine {
  readonly before: string;
  readonly after: string;
}

/** The command that the page of an example shows. Written apart from the code that pages use. */
export function expectedCommand(example: Pick<Example, 'contract' | 'metadata' | 'entry'>): string {
  const program = example.metadata.dependencies.length === 0 ? 'python3' : 'uv run';
  return commandOf(example, program, example.entry);
}

/**
 * The line of an example; undefined if it cannot be pasted into a terminal.
 * @param archive name of the archive that holds its files: `payments.zip`; undefined if it is one file
 */
export function expectedLine(
  example: Pick<Example, 'contract' | 'metadata' | 'entry' | 'source'>,
  archive: string | undefined,
): ExpectedRunLine | undefined {
  const { metadata, entry } = example;
  const isFree = metadata.dependencies.length === 0;
  const uv = `uv run${metadata.block === undefined ? ' --no-project' : ''}`;
  let line: string;
  if (archive === undefined)
    // Where a program reads its own name, the file has to have it.
    line = example.source.split(/\W+/).includes('__file__')
      ? `curl -fsSLo ${entry} ${ADDRESS} && ${commandOf(example, uv, entry)}`
      : commandOf(example, uv, ADDRESS);
  else {
    const python = isFree ? 'python3' : 'uv run --no-project python';
    const inside = commandOf(example, isFree ? 'python3' : uv, entry);
    const folder = archive.slice(0, -'.zip'.length);
    line = `curl -fsSLO ${ADDRESS} && ${python} -m zipfile -e ${archive} . && (cd ${folder} && ${inside})`;
  }
  const [before = '', after = ''] = line.split(ADDRESS).map(part => part.trim());
  const isPasted = [...line].every(letter => letter === ADDRESS || !isControl(letter));
  return isPasted && before.length + after.length <= 2000 ? { before, after } : undefined;
}

/** A line with the address of its file. */
export function lineWith({ before, after }: ExpectedRunLine, address: string): string {
  return [before, inQuotes(address), after].join(' ').trimEnd();
}

/** Stands for the address. No argument of a program holds this character. */
const ADDRESS = '\0';

function isControl(letter: string): boolean {
  const code = letter.charCodeAt(0);
  return code < 32 || (code >= 127 && code < 160);
}

function commandOf({ contract }: Pick<Example, 'contract'>, program: string, file: string): string {
  const { stdin, env, args } = contract;
  const input = stdin === undefined ? '' : `${expectedInput(stdin)} | `;
  const variables = Object.entries(env).map(([name, value]) => `${name}=${inQuotes(value)} `);
  return `${input}${variables.join('')}${[program, file, ...args.map(inQuotes)].join(' ')}`;
}

/** What puts a text into a pipe, without a line feed of its own. */
function expectedInput(text: string): string {
  const count = text.split('\n').length;
  if (count === 1) return `printf '%s' ${inQuotes(text)}`;
  const words = text.replace(/\n$/, '').split('\n').map(inQuotes).join(' ');
  return `printf '${text.endsWith('\n') ? '%s\\n' : `%s${'\\n%s'.repeat(count - 1)}`}' ${words}`;
}

/** Between single quotes, unless all characters are plain ones. */
function inQuotes(text: string): string {
  if (text !== '' && [...text].every(character => /[A-Za-z0-9_@%+=:,./-]/.test(character))) return text;
  return `'${text.split("'").join("'\\''")}'`;
}
