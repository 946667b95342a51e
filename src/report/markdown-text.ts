import { artifactKind } from '../core/artifacts/artifact-kind.ts';
import type { Excerpt, FileChange, OutputChange } from '../core/ledger/ledger.ts';
import { STREAM_NAMES } from '../core/printed-text.ts';
import { escapeHtml } from '../core/text/escape-html.ts';
import { escapeForTerminal } from './text.ts';

/** Plain words → Markdown without markup, HTML, mentions or links, which a comment interrupts. */
export function prose(text: string): string {
  return escapeForTerminal(text)
    .replaceAll(/[\\`*~[\]<&|$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replaceAll(/^\s*(?=[#>+=-])/gm, '$&\\')
    .replaceAll(/^(\s*\d+)(?=[.)](?:\s|$))/gm, '$1\\')
    .replaceAll(/@(?=\w)|:(?=\/\/)|www(?=\.)/gi, '$&<!-- -->')
    .replaceAll('\n', '  \n');
}

/** Text → a fenced code block. Its fence is longer than any run of backticks in the text. */
export function fence(text: string, language: string): string {
  const marks = '`'.repeat(Math.max(3, longestTicks(text) + 1));
  return `${marks}${language}\n${escapeForTerminal(text).replace(/\n$/, '')}\n${marks}`;
}

/** Text → inline code. It has more backticks around it than in it. */
export function code(text: string): string {
  const marks = '`'.repeat(longestTicks(text) + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${marks}${space}${escapeForTerminal(text).replaceAll('\n', ' ')}${space}${marks}`;
}

function longestTicks(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
}

/** A Markdown block that is folded under a summary of plain words. */
export function folded(summary: string, block: string): string {
  return `<details><summary>${escapeHtml(escapeForTerminal(summary))}</summary>\n\n${block}\n\n</details>`;
}

/**
 * Largest summary of a step, in bytes. GitHub shows nothing of a larger one:
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export const STEP_SUMMARY_BYTES = 1024 * 1024;

/** Bytes that are kept free for the note about shortened sections. */
const NOTE_BYTES = 200;

/** A section in full, and in short for a report without room. */
export interface Section {
  readonly full: string;
  readonly brief: string;
}

/**
 * Joins a heading and sections within a limit of bytes. Sections are full up to three quarters of the limit,
 * then brief, then only counted.
 * @param plural what the sections are: `changes`
 */
export function joinSections(
  heading: string,
  sections: readonly Section[],
  plural: string,
  limit: number = STEP_SUMMARY_BYTES,
): string {
  const size = (text: string): number => Buffer.byteLength(text) + '\n\n'.length;
  const shown: string[] = [];
  let used = size(heading) + NOTE_BYTES;
  let shortened = 0;
  for (const { full, brief } of sections) {
    const text = used + size(full) <= limit * 0.75 ? full : brief;
    if (used + size(text) > limit) continue;
    used += size(text);
    shown.push(text);
    if (text !== full) shortened += 1;
  }
  const omitted = sections.length - shown.length;
  const notes = [
    ...(shortened > 0 ? [`${shortened} of the ${plural} are shortened`] : []),
    ...(omitted > 0 ? [`${omitted} ${plural} are not shown`] : []),
  ];
  const bound = `a summary holds ${limit} bytes at most. The log of the job has everything.`;
  const note = notes.length === 0 ? [] : [`**${notes.join(', and ')}: ${bound}**`];
  return `${[heading, ...note, ...shown].join('\n\n')}\n`;
}

/** The output of a stream before and after, each folded. */
export function outputTexts({ stream, before, after }: OutputChange): string[] {
  return beforeAndAfter(STREAM_NAMES[stream], before, after);
}

/**
 * Files of a run that are not the recorded ones: what of each differs, and texts before and after.
 * @param isKept whether the job keeps the pictures of what differs
 */
export function fileTexts(files: readonly FileChange[], isKept: boolean): string[] {
  if (files.length === 0) return [];
  const items = files.map(({ name, summary }) => `- ${code(name)}: ${prose(summary || 'its text differs')}`);
  const hasPicture = files.some(({ name }) => artifactKind(name) === 'picture');
  return [
    `Files that differ:\n\n${items.join('\n')}`,
    ...(hasPicture && isKept ? [PICTURES] : []),
    ...files.flatMap(({ name, before, after }) =>
      after === undefined ? [] : beforeAndAfter(name, before, after),
    ),
  ];
}

/** A summary cannot hold pictures. */
const PICTURES =
  'Pictures before and after, with what differs, are among the artifacts of this workflow run: in those ' +
  'whose names begin with `differences`.';

function beforeAndAfter(name: string, before: Excerpt | undefined, after: Excerpt): string[] {
  return [
    ...(before === undefined ? [] : [excerptText(`${name} before: the recording`, before)]),
    excerptText(`${name} after: this run`, after),
  ];
}

function excerptText(title: string, { text, omitted }: Excerpt): string {
  if (text === '') return folded(`${title}, nothing`, 'It is empty.');
  const block = fence(text, 'text');
  if (omitted > 0) return folded(`${title}, cut: ${omitted} more characters`, block);
  return folded(text.endsWith('\n') ? title : `${title}, without a line feed at its end`, block);
}
