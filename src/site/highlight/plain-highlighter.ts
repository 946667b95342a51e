import { escapeHtml } from '../../core/text/escape-html.ts';
import { splitLines } from '../../core/text/lines.ts';

/** Languages that a fence may have, with the names that mean the same. */
export const LANGUAGES: Readonly<Record<string, string>> = {
  python: 'python',
  py: 'python',
  sh: 'shellscript',
  bash: 'shellscript',
  shell: 'shellscript',
  toml: 'toml',
  json: 'json',
  yaml: 'yaml',
  mdx: 'mdx',
};

/** A line of highlighted code: HTML without a line feed. */
export type HighlightedLine = string;

/** Turns a source into lines of HTML. */
export interface LineHighlighter {
  readonly lines: (source: string, language: string) => readonly HighlightedLine[];
  /** Registers the class of lines above which `skipped` lines are not shown, and returns it. */
  readonly skip: (skipped: number) => string;
}

/** Lines without colors, for checks of articles. */
export const PLAIN: LineHighlighter = {
  lines: source => splitLines(source).lines.map(escapeHtml),
  skip: () => '',
};
