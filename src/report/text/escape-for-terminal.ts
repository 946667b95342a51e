import { escapeSequence, UNSAFE } from '../../core/text/invisible.ts';

/**
 * Makes foreign text, such as the output of an example, safe in a message. Characters that steer a terminal
 * become escapes, as Python writes them. So does a sign of a line that a CI would obey, such as `::error …`:
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function escapeForTerminal(text: string): string {
  return text
    .replaceAll(UNSAFE, escapeSequence)
    .replaceAll(/^(\s*):(?=:)/gm, '$1\\x3a')
    .replaceAll('##[', '#\\x23[');
}
