import { escapeHtml } from '../../core/text/escape-html.ts';
import { visible } from './escape-for-terminal.ts';

/** Words for Markdown: no markup but ours, and no HTML. */
export function prose(text: string): string {
  return visible(text)
    .replaceAll(/[\\`*~[\]<&|$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replaceAll(/^\s*(?=[#>+-])/gm, '$&\\')
    .replaceAll('\n', '  \n');
}

/** Text as a block of code: a fence longer than any run of backticks in it. */
export function fence(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${visible(text).replace(/\n$/, '')}\n${marks}`;
}

/** A name as code in a line: in more backticks than it has. */
export function code(text: string): string {
  const marks = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length)) + 1);
  const blank = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${marks}${blank}${visible(text).replaceAll('\n', ' ')}${blank}${marks}`;
}

/** Something folded away under a line of words. */
export function folded(summary: string, block: string): string {
  return `<details><summary>${escapeHtml(visible(summary))}</summary>\n\n${block}\n\n</details>`;
}

/** What a summary of a step may hold, in bytes; of a larger one, nothing is shown: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-markdown-summary */
export const STEP_SUMMARY = 1024 * 1024;

/** A section in its full form, and in a short one for where there is no room. */
export interface Section {
  readonly full: string;
  readonly brief: string;
}

/**
 * Sections below a head, as many bytes as a summary may hold: each in full while three quarters of the room are left for
 * that, then in brief, and in the end only counted. `what` are more than one of them: `examples`.
 */
export function bounded(
  head: string,
  sections: readonly Section[],
  what: string,
  limit: number = STEP_SUMMARY,
): string {
  const size = (text: string): number => Buffer.byteLength(text) + 2;
  let used = size(head) + 200;
  const kept = sections.map(section => {
    const form =
      used + size(section.full) <= limit * 0.75
        ? 'full'
        : used + size(section.brief) <= limit
          ? 'brief'
          : undefined;
    if (form !== undefined) used += size(section[form]);
    return { form, text: form === undefined ? [] : [section[form]] };
  });
  const count = (wanted: keyof Section | undefined): number =>
    kept.filter(({ form }) => form === wanted).length;
  const notes = [
    ...(count('brief') > 0 ? [`${count('brief')} of the ${what} are told in brief`] : []),
    ...(count(undefined) > 0 ? [`${count(undefined)} ${what} are not shown`] : []),
  ];
  const note =
    notes.length === 0
      ? []
      : [
          `**${notes.join(', and ')}: a summary holds ${limit} bytes at most. The log of the job tells all.**`,
        ];
  return `${[head, ...note, ...kept.flatMap(({ text }) => text)].join('\n\n')}\n`;
}
