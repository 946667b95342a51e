/** Characters that a terminal or a reader would not see as they are: controls but for the line feed and the tab, marks of direction, blanks of no width. */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * Text of a sample, or of anybody else, for a message: made visible and never obeyed. What steers a terminal is written as
 * Python writes it. Where a line would be a command to the workflow of a CI (`::error …`, `##[error] …`), its first sign is.
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function visible(text: string): string {
  return text
    .replaceAll(UNSEEN, escaped)
    .replaceAll(/^(\s*):(?=:)/gm, '$1\\x3a')
    .replaceAll('##[', '#\\x23[');
}

function escaped(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
}
