import { shellQuote } from '../../core/text/shell-quote.ts';
import type { Example } from '../../core/example/example.ts';

/**
 * The command for a POSIX shell that runs an example as it was verified: with its input, from its folder. uv
 * reads which packages it declares.
 */
export function runCommand({ entry, metadata, contract: { args, env, stdin } }: Example): string {
  const python = metadata.dependencies.length > 0 ? 'uv run' : 'python3';
  const variables = Object.entries(env).map(([name, value]) => `${name}=${shellQuote(value)}`);
  const program = [...variables, python, entry, ...args.map(shellQuote)].join(' ');
  return stdin === undefined ? program : `printf '%s' ${shellQuote(stdin)} | ${program}`;
}
