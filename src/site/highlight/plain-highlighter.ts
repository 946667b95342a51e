import { escapeHtml } from '../../core/text/escape-html.ts';
import { splitLines } from '../../core/text/lines.ts';

const SHELL = { grammar: 'shellscript', label: 'Shell' } as const;
const PYTHON = { grammar: 'python', label: 'Python' } as const;

/** Languages that a fence may have: for each name, a grammar of Shiki, and the name that readers see. */
export const LANGUAGES: Readonly<Record<string, { readonly grammar: string; readonly label: string }>> = {
  python: PYTHON,
  py: PYTHON,
  sh: SHELL,
  bash: SHELL,
  shell: SHELL,
  toml: { grammar: 'toml', label: 'TOML' },
  json: { grammar: 'json', label: 'JSON' },
  yaml: { grammar: 'yaml', label: 'YAML' },
  mdx: { grammar: 'mdx', label: 'MDX' },
};

/** A line of highlighted code: HTML without a line feed. */
export type HighlightedLine = string;

/** Turns a source into lines of HTML. */
export interface LineHighlighter {
  readonly lines: (source: string, language: string) => readonly HighlightedLine[];
  /** Registers the class of lines above which `skipped` lines are not shown, and returns it. */
  readonly skip: (skipped: number) => string;
  /** Registers the class of lines that are indented by so many columns, and returns it. */
  readonly indent: (columns: number) => string;
}

/** Lines without colors, for checks of articles. */
export const PLAIN: LineHighlighter = {
  lines: source => splitLines(source).lines.map(escapeHtml),
  skip: () => '',
  indent: () => '',
};
