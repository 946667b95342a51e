import { escapeCommands, escapeForTerminal } from './text.ts';

/** The part of a standard stream that is used. */
interface Output {
  write(text: string): unknown;
}

/** What `paint` adds to a text: the only sequences that reach a terminal. */
const STYLE = /(\u001B\[(?:1|22|3[1236]|39)m)/;

/**
 * Writes lines. With the other functions here, the only door to the standard streams: what steers a terminal
 * or a CI is escaped, whatever the text is made of.
 */
export function print(text: string, output: Output = process.stdout): void {
  output.write(`${escapeExceptStyles(text).replace(/\n$/, '')}\n`);
}

/** Writes lines to standard error. */
export function printError(text: string): void {
  print(text, process.stderr);
}

/** Writes what another program printed, with its colors: nothing in it is a command for a CI. */
export function printForeign(text: string): void {
  process.stdout.write(`${escapeCommands(text)}\n`);
}

/** A workflow command that `githubReport` makes. */
const ANNOTATION = /^::(?:error|warning|notice) [^\r\n]*$/;

/** Writes annotations for GitHub, each one line; any other line is escaped. */
export function printAnnotations(text: string): void {
  const safe = text.split('\n').map(line => (ANNOTATION.test(line) ? line : escapeForTerminal(line)));
  process.stdout.write(safe.join('\n'));
}

function escapeExceptStyles(text: string): string {
  // Every second part is a style.
  const parts = text.split(STYLE);
  return parts.map((part, index) => (index % 2 === 1 ? part : escapeForTerminal(part))).join('');
}
