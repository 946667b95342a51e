import { CONTENT, originalArticle } from '../../core/project-paths.ts';
import { datesBelow } from '../../runner/git/commit-dates.ts';

/** A badge of an article, and where it is. */
export interface SinceMark {
  readonly version: string;
  readonly id: string;
  /** The headings above it, the outer one first; none in the introduction. */
  readonly headings: readonly string[];
}

/** What other pages show of an article as a lesson. */
export interface LessonFacts {
  readonly exercises: number;
  /** Its tables. */
  readonly tables: number;
  readonly since: readonly SinceMark[];
  /** The terms that it explains, with the anchor of each. */
  readonly terms: readonly { readonly slug: string; readonly id: string }[];
}

/** What is known of an article before it is compiled. */
export const NO_LESSON: LessonFacts = { exercises: 0, tables: 0, since: [], terms: [] };

/** What a page shows of its article that the author does not write. */
export interface ArticleFacts {
  readonly minutes: number;
  /** Its exercises, and where it speaks of what a version brought. */
  readonly lesson: LessonFacts;
  /** `2026-11-22`; absent if git does not know. */
  readonly changed?: string | undefined;
  /** `2026-11-20`; absent if git does not know. */
  readonly added?: string | undefined;
  /** The day on which the original of a translation was changed after it; absent if it was not. */
  readonly outdated?: string | undefined;
  /** Key of its Markdown edition; absent in a dev server. */
  readonly markdownKey?: string | undefined;
}

/** What pages show of all articles, by path, and why git knows no dates, if it knows none. */
interface DatedFacts {
  readonly facts: Readonly<Record<string, ArticleFacts>>;
  readonly noDates?: string | undefined;
}

/** Adds the dates of articles to what else is known of them, by their paths. */
export async function withDates(
  root: string,
  articles: readonly (readonly [file: string, facts: ArticleFacts])[],
): Promise<DatedFacts> {
  const { changed, added, unknown } = await datesBelow(root, CONTENT);
  const dated = articles.map(([file, facts]): [string, ArticleFacts] => [
    file,
    { ...facts, changed: changed.get(file), added: added.get(file), outdated: outdatedSince(file, changed) },
  ]);
  return { facts: Object.fromEntries(dated), noDates: unknown };
}

/** The day on which the original of a translation was changed after it; undefined if it is up to date. */
export function outdatedSince(file: string, changed: ReadonlyMap<string, string>): string | undefined {
  const [own, original] = [changed.get(file), changed.get(originalArticle(file))];
  return own !== undefined && original !== undefined && own < original ? original : undefined;
}

/** 238 for non-fiction, less for technical terms: https://doi.org/10.1016/j.jml.2019.104047 */
const WORDS_PER_MINUTE = 220;
/** An estimate for code that the reader wants to understand. */
const SECONDS_PER_CODE_LINE = 1.5;

/** Minutes that an article takes to read, at least one. */
export function readingMinutes(words: number, codeLines: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE + (codeLines * SECONDS_PER_CODE_LINE) / 60));
}
