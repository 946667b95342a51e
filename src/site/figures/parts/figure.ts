import type { Words } from '../../../core/words/en/en.ts';
import type { TermFigure } from '../lesson/term-figure.ts';
import type { SinceFigure } from '../lesson/since-figure.ts';
import type { VerdictKind } from '../../../core/verdict/verdict.ts';
import type { ArtifactBlock } from './artifact-block.ts';
import type { BrowserFacts } from './browser-facts.ts';
import type { NoLine, RunLine } from '../sample/run-line.ts';
import type { SampleFiles } from '../sample/sample-files.ts';
import type { TimelineFigure } from '../../timelines/timeline-figure.ts';
import type { DiagramFigure, FormulaFigure, PictureFigure } from './drawn.ts';
import type { HangBlock, OutcomesTable } from './results.ts';

/** A line of code, escaped and highlighted. */
export interface CodeLine {
  /** Without a line feed. */
  readonly html: string;
  /** The number that it has in the file, as tracebacks and editors count. */
  readonly number: number;
  /** What a variant does with it: a removed line has the number of the original. Absent if it stays. */
  readonly change?: 'removed' | 'added' | undefined;
  /** The class of a line above which some are not shown: the counter of lines passes over them. */
  readonly skip?: string | undefined;
  /** The class of its indentation, if it has one: where it is wrapped, it goes on behind that. */
  readonly indent?: string | undefined;
  /** Set if its first word does not fit on a phone: it is broken where its row ends, and not before it. */
  readonly isLong?: true | undefined;
}

/** A note of the author on a line. Its text is in the article. */
export interface CodeNote {
  /** The number of the line in the file. */
  readonly line: number;
}

/** A block of code as the page shows it. The audit finds it by `region` and `block`. */
export interface CodeBlock {
  readonly lines: readonly CodeLine[];
  /** The numbers of the marked lines. */
  readonly marked: readonly number[];
  /** In the order of the lines; absent if there are none. */
  readonly notes?: readonly CodeNote[] | undefined;
  readonly region?: string | undefined;
  /** Whether the metadata block is shown too. */
  readonly block: boolean;
}

/** A panel of output. */
export interface OutputBlock {
  readonly stream: 'out' | 'err';
  /** On a dev server, what takes the place of the name of the stream. */
  readonly label?: string | undefined;
  readonly html: string;
  readonly lineCount: number;
  /** `2-4` if lines are cut; absent if all are shown. */
  readonly lines?: string | undefined;
  readonly cutBefore: number;
  readonly cutAfter: number;
}

/** What is shown of one recording. */
export interface FigureVersion {
  /** Tag of the only version that prints this; absent for all others. */
  readonly tag?: string | undefined;
  /** The minor versions that verified it, for a tab: `3.14, 3.13`. */
  readonly label: string;
  /** Those versions in full: `3.14.10, 3.13.0 free-threaded`. */
  readonly python: string;
  /** Empty if nothing was printed. */
  readonly outputs: readonly OutputBlock[];
  /** Where it got stuck; absent if it ends. */
  readonly hang?: HangBlock | undefined;
  /** The files that it left, of those that the figure shows, in the order of the contract. */
  readonly artifacts: readonly ArtifactBlock[];
}

/** Whether a recording has nothing that the figure shows. */
export function isEmptyVersion({ outputs, hang, artifacts }: FigureVersion): boolean {
  return outputs.length === 0 && hang === undefined && artifacts.length === 0;
}

/** How an example was changed: `without the lock`. */
interface FigureChange {
  readonly name: string;
  /** Whether its output is recorded and shown; if not, the check knows only that it differs. */
  readonly isRecorded: boolean;
}

/** What is shown of one example: of a figure that has variants, this is on one of its tabs. */
export interface FigureContent {
  readonly id: string;
  /** Path of the file to download: `examples/threading/lock.py`. */
  readonly file: string;
  readonly code?: CodeBlock | undefined;
  /** Several if versions of Python differ in what they print; none if no output is shown. */
  readonly versions: readonly FigureVersion[];
  /** Of a race, in the place of versions: what it may print, and how often it did. */
  readonly outcomes?: OutcomesTable | undefined;
  /** Absent if it is 0. */
  readonly exit?: number | undefined;
  /** What is promised of the output, in words; absent if every byte is. */
  readonly promise?: string | undefined;
  readonly verdict: VerdictKind;
  /** Versions of CPython that verified it: `3.14.10, 3.13.0 free-threaded`. */
  readonly python?: string | undefined;
  /** Of the packages with which it was verified, those that it declares: `numpy 2.5.5`. */
  readonly packages?: string | undefined;
  /** Whether it runs with the network. */
  readonly network?: boolean | undefined;
  /** Why it ran and is not verified; absent if it is verified or skipped. */
  readonly notVerified?: string | undefined;
  /** Why it did not run; absent unless it was skipped. */
  readonly skipped?: string | undefined;
  /** Versions whose own recordings this build did not verify; absent if there are none. */
  readonly otherVersions?: string | undefined;
  /** Set if it is a variant. */
  readonly change?: FigureChange | undefined;
  /** What was proved of it in the browser's Python; absent if nothing asked. */
  readonly browser?: BrowserFacts | undefined;
  /** The archive of all its files, by its path in the site; absent if it is one file. */
  readonly archive?: string | undefined;
  /** The files beside the one that runs; absent if it is one file, and on the tab of a variant. */
  readonly sample?: SampleFiles | undefined;
  /** The line that fetches it from the site and runs it, or why there is none. */
  readonly line: RunLine | NoLine;
}

/** A variant of a figure's example, on a tab of its own. */
export type FigureVariant = FigureContent & { readonly change: FigureChange };

/** Everything that `<Example>` shows. */
export interface Figure extends FigureContent {
  readonly kind: 'figure';
  /** Unique on its page. */
  readonly anchor: string;
  /** The file's name, or the contract's title. */
  readonly title: string;
  readonly entry: string;
  /** Empty if no code is shown: then there is nothing to change. */
  readonly variants: readonly FigureVariant[];
}

/** `without the lock` → `Without the lock`: the name of a variant at the start of a line. */
export function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whether a variant shows none of the lines that it changes. */
export function isChangedElsewhere({ change, code }: FigureContent): boolean {
  return change !== undefined && code?.lines.every(line => line.change === undefined) === true;
}

/** What was found out, without a full stop. Pages and Markdown editions share it. */
export function verifiedWords(
  { python, change, ...content }: FigureContent,
  result: Words['result'],
): string {
  const verified = result.verified(python ?? '', surroundingWords(content, result));
  return `${verified}${change === undefined ? '' : result.differs}`;
}

/** What follows the versions in the line about the proof. Pages and Markdown editions share it. */
export function surroundingWords(
  { packages, network }: Pick<Figure, 'packages' | 'network'>,
  { withNetwork }: Words['result'],
): string {
  return `${packages === undefined ? '' : `, ${packages}`}${network === true ? `, ${withNetwork}` : ''}`;
}

/** A fenced block of an article: code that nobody ran. */
export interface FenceFigure {
  readonly kind: 'fence';
  readonly language: string;
  /** The name of the language for readers; absent if it is plain text. */
  readonly label?: string | undefined;
  readonly html: string;
  readonly lineCount: number;
  /** Whether it looks like something that could have been run. */
  readonly unverified: boolean;
}

/** A word of the prose that runs prove. */
export interface ValueFigure {
  readonly kind: 'value';
  readonly text: string;
  /**
   * What it quotes and how, as attributes of its element: the audit reads them. Absent if this build skipped
   * the example: the text is that of the recording, and claims no run of this build.
   */
  readonly claims?: Readonly<Record<string, string>> | undefined;
}

/** What `<Exercise>` shows besides its task, hints, and what its author writes about the solution. */
export interface Exercise {
  readonly kind: 'exercise';
  /** The example that the reader changes; absent if there is none. */
  readonly start?: Figure | undefined;
  /** The example that solves it, which is folded; absent if words do. */
  readonly solution?: Figure | undefined;
  /**
   * URL path of what a page fetches to compare the reader's version with: what the solution printed. Absent
   * unless both examples are verified in the browser.
   */
  readonly check?: string | undefined;
}

/** What `<Predict>` shows: code, and its output, which is folded. */
export interface Predict {
  readonly kind: 'predict';
  /** Without its output. */
  readonly start: Figure;
  /** The output alone. */
  readonly solution: Figure;
  /** URL path of what a page fetches to judge a prediction. Absent if this build verified no output. */
  readonly answer: string | undefined;
  /** Whether something of the output differs from run to run: that is not asked. */
  readonly isVarying: boolean;
}

export type AnyFigure =
  | SinceFigure
  | TermFigure
  | Figure
  | FenceFigure
  | ValueFigure
  | TimelineFigure
  | Exercise
  | Predict
  | FormulaFigure
  | DiagramFigure
  | PictureFigure;

/** An article's text in plain Markdown, registered like a figure. */
export interface MarkdownEdition {
  readonly kind: 'markdown';
  readonly markdown: string;
}
