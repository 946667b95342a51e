import { shellQuote } from '../../core/text/shell-quote.ts';
import type { Example } from '../../core/example/example.ts';
import { absoluteUrl } from '../site-url.ts';
import type { AddressCommand } from './parts/figure.ts';

/**
 * The command for a POSIX shell that runs an example as it was verified: with its input, from its folder. uv
 * reads which packages it declares.
 */
export function runCommand(example: Example): string {
  const python = example.metadata.dependencies.length > 0 ? 'uv run' : 'python3';
  return joined(wordsAround(example, python), example.entry);
}

/**
 * The command for a POSIX shell that fetches an example from the site and runs it: its bytes are those that
 * were verified. Undefined if it needs more files than the one at its address.
 */
export function addressCommand(example: Example): AddressCommand | undefined {
  return example.files.size === 1 ? wordsAround(example, 'uv run') : undefined;
}

/** The same with an address. @param url its URL path: `/examples/threading/lock.py` */
export function commandFor(command: AddressCommand, url: string): string {
  return joined(command, shellQuote(absoluteUrl(url)));
}

function wordsAround(
  { contract: { args, env, stdin } }: Pick<Example, 'contract'>,
  program: string,
): AddressCommand {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${shellQuote(value)}`);
  const input = stdin === undefined ? [] : [`printf '%s' ${shellQuote(stdin)} |`];
  return { before: [...input, ...variables, program].join(' '), after: args.map(shellQuote).join(' ') };
}

function joined({ before, after }: AddressCommand, file: string): string {
  return [before, file, ...(after === '' ? [] : [after])].join(' ');
}
