import { shellQuote } from '../../core/text/shell-quote.ts';
import type { Example } from '../../core/example/example.ts';

/** The command for a POSIX shell that runs an example as it was verified: with its input, from its folder. */
export function runCommand({ entry, contract: { args, env, stdin } }: Example): string {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${shellQuote(value)}`);
  const program = [...variables, 'python3', entry, ...args.map(shellQuote)].join(' ');
  return stdin === undefined ? program : `printf '%s' ${shellQuote(stdin)} | ${program}`;
}
