import type { Example } from '../../../core/example/example.ts';

/** What a command has before the file and after it. */
export interface ExpectedWords {
  readonly before: string;
  readonly after: string;
}

/** The command that the page of an example shows. Written apart from the code that pages use. */
export function expectedCommand(example: Pick<Example, 'contract' | 'metadata'>, name: string): string {
  const program = example.metadata.dependencies.length === 0 ? 'python3' : 'uv run';
  return commandOf(wordsOf(example, program), name);
}

/** The same for the file at its address; undefined if the example has more files. */
export function expectedWords(example: Pick<Example, 'contract' | 'files'>): ExpectedWords | undefined {
  return example.files.size > 1 ? undefined : wordsOf(example, 'uv run');
}

/** A command with its file: a name, or an address. */
export function commandOf({ before, after }: ExpectedWords, file: string): string {
  return `${before} ${inQuotes(file)}${after === '' ? '' : ` ${after}`}`;
}

function wordsOf({ contract }: Pick<Example, 'contract'>, program: string): ExpectedWords {
  let before = '';
  if (contract.stdin !== undefined) before += `printf '%s' ${inQuotes(contract.stdin)} | `;
  for (const [variable, value] of Object.entries(contract.env)) before += `${variable}=${inQuotes(value)} `;
  return { before: before + program, after: contract.args.map(inQuotes).join(' ') };
}

/** Between single quotes, unless all characters are plain ones. */
function inQuotes(text: string): string {
  if (text !== '' && [...text].every(character => /[A-Za-z0-9_@%+=:,./-]/.test(character))) return text;
  return `'${text.split("'").join("'\\''")}'`;
}
