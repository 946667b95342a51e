import type { VerdictKind } from '../core/verdict.ts';

/** A block of code as the page shows it: highlighted lines, and what the audit finds it by. */
export interface CodeBlock {
  /** Escaped and highlighted, without line feeds. */
  readonly lines: readonly string[];
  /** 1-based lines of what is shown that are marked. */
  readonly marked: readonly number[];
  /** The same as the author wrote it, for those who do not see the marks: `4-6,9`. */
  readonly highlight?: string | undefined;
  readonly region?: string | undefined;
  /** Whether the metadata block is shown too. */
  readonly block: boolean;
}

/** A panel of output. */
export interface OutputBlock {
  readonly stream: 'out' | 'err';
  /** `Output` or `Error output`. */
  readonly label: string;
  readonly html: string;
  readonly lineCount: number;
  /** `2-4` where lines are cut, with how many are cut before and after; absent where all are shown. */
  readonly lines?: string | undefined;
  readonly cutBefore: number;
  readonly cutAfter: number;
}

/** Everything that `<Example>` shows. */
export interface Figure {
  readonly kind: 'figure';
  /** Unique on its page. */
  readonly anchor: string;
  readonly id: string;
  /** The file's name, or the contract's title. */
  readonly title: string;
  readonly entry: string;
  readonly code?: CodeBlock | undefined;
  readonly outputs: readonly OutputBlock[];
  /** Set where it is not 0. */
  readonly exit?: number | undefined;
  /** What is promised of the output, in words; absent where every byte is. */
  readonly promise?: string | undefined;
  readonly verdict: VerdictKind;
  /** Version of the CPython that proved it. */
  readonly python?: string | undefined;
  /** Why it is not proved. */
  readonly reason?: string | undefined;
}

/** A fenced block of an article: code that nobody ran. */
export interface FenceFigure {
  readonly kind: 'fence';
  readonly language: string;
  readonly html: string;
  readonly lineCount: number;
  /** Whether it looks like something that could have been run. */
  readonly unverified: boolean;
}

/** A word of the prose that a run printed. */
export interface ValueFigure {
  readonly kind: 'value';
  readonly id: string;
  readonly match: string;
  readonly text: string;
}

export type AnyFigure = Figure | FenceFigure | ValueFigure;

/** An article's text in plain Markdown, kept like a figure. */
export interface Twin {
  readonly kind: 'twin';
  readonly markdown: string;
}
