import type { Example } from '../../../core/example/example.ts';

/** The command that the page of an example shows. Written apart from the code that pages use. */
export function expectedCommand(
  { contract, metadata }: Pick<Example, 'contract' | 'metadata'>,
  name: string,
): string {
  let command = '';
  if (contract.stdin !== undefined) command += `printf '%s' ${inQuotes(contract.stdin)} | `;
  for (const [variable, value] of Object.entries(contract.env)) command += `${variable}=${inQuotes(value)} `;
  command += `${metadata.dependencies.length === 0 ? 'python3' : 'uv run'} ${name}`;
  for (const argument of contract.args) command += ` ${inQuotes(argument)}`;
  return command;
}

/** Between single quotes, unless all characters are plain ones. */
function inQuotes(text: string): string {
  if (text !== '' && [...text].every(character => /[A-Za-z0-9_@%+=:,./-]/.test(character))) return text;
  return `'${text.split("'").join("'\\''")}'`;
}
