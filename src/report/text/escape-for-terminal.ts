import { escapeSequence, UNSAFE } from '../../core/text/invisible.ts';

/**
 * Text of a sample, or of anybody else, for a message: made visible and never obeyed. What steers a terminal is written as
 * Python writes it. Where a line would be a command to the workflow of a CI (`::error …`, `##[error] …`), its first sign is.
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function visible(text: string): string {
  return text
    .replaceAll(UNSAFE, escapeSequence)
    .replaceAll(/^(\s*):(?=:)/gm, '$1\\x3a')
    .replaceAll('##[', '#\\x23[');
}
