import { idOf } from '../../core/example/example.ts';
import { conflictProblem } from '../../core/problems/conflict.ts';
import { type Problem, sortProblems } from '../../core/problems/problem.ts';
import type { Words } from '../../core/words/en/en.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import type { LessonFacts } from '../article/article-facts.ts';
import type { ArticleFile } from '../article/article-files.ts';
import type { FrontMatter } from '../article/front-matter-schema.ts';
import { type Outline, outlineOf } from '../article/outline.ts';
import { figureEdits } from '../article/notes/example-notes.ts';
import { frontMatterRange } from '../article/front-matter/front-matter-range.ts';
import { readFrontMatter } from '../article/parse-front-matter.ts';
import type { Position } from '../article/mdx-tree.ts';
import { type Scan, scan } from '../article/parse-mdx.ts';
import { literalProblems, numberProblems } from '../claims/number-problems.ts';
import { buildFence } from '../figures/build-fence.ts';
import { buildReference, type FigureSources } from '../figures/build-reference.ts';
import type { AnyFigure, Exercise } from '../figures/parts/figure.ts';
import { figureKey } from '../figures/figure-registry.ts';
import { EXERCISE_PARTS, exercisePart } from '../figures/parts/exercise.ts';
import { exerciseEdits } from '../lesson/exercise-edits.ts';
import { lessonFacts } from '../lesson/lesson-facts.ts';
import { markdownEdition } from '../markdown-edition/article-markdown.ts';
import { draftProblems } from '../validate/check-draft.ts';
import type { ProjectFiles } from '../validate/check-files.ts';
import { headingProblems } from '../validate/check-headings.ts';
import { addressProblems } from '../validate/check-links.ts';
import { tagProblems } from '../validate/check-markup.ts';
import { pictureProblems } from '../validate/check-pictures.ts';
import { programProblems } from '../validate/check-program.ts';
import { textProblems } from '../validate/check-text.ts';
import { drawnInLines } from './drawn-in-lines.ts';

/** An article, ready for the MDX compiler. */
export interface CompiledArticle {
  /** Its source as the author wrote it. */
  readonly original: string;
  /**
   * Its source without front matter, each reference with the key of its figure. Line numbers are those of
   * the file.
   */
  readonly source: string;
  /** The figures that it shows, by key. */
  readonly figures: ReadonlyMap<string, AnyFigure>;
  /** Ids of the examples that it shows. */
  readonly ids: readonly string[];
  readonly words: number;
  /** All anchors of its page: headings, examples. */
  readonly anchors: ReadonlySet<string>;
  /** Lines of code that it shows. */
  readonly codeLines: number;
  /** What other pages show of it. */
  readonly lesson: LessonFacts;
  /** Its Markdown edition; empty if none was asked for. */
  readonly markdown: string;
}

/** What articles are compiled with: each in the words of its language. */
export interface CompileContext extends Omit<FigureSources, 'words'> {
  readonly wordsOf: (file: string) => Words;
  readonly files: ProjectFiles;
  /** Whether advertisement slots are on. */
  readonly advertisements: boolean;
  /** Whether Markdown editions are written: a check needs none. */
  readonly editions: boolean;
}

/** An article with everything that can be found out from its own text. */
export interface CheckedArticle extends ArticleFile {
  readonly outline: Outline;
  /** Absent if it has a problem. */
  readonly frontMatter?: FrontMatter | undefined;
  /** Absent if the article has any problem. */
  readonly article?: CompiledArticle | undefined;
}

/** Compiles an article, or returns everything that is wrong with it by itself, in the order of its lines. */
export function checkArticle(read: ArticleFile, context: CompileContext): CheckedArticle {
  const { file, source } = read;
  if (source === '' && read.problems.length > 0) return { ...read, outline: outlineOf(read) };
  const { value: frontMatter, problems: head = [] } = readFrontMatter(source, file);
  const { value: scanned, problems: syntax = [] } = scan(source, file);
  const unread = head.length > 0 || scanned === undefined;
  const conflict = unread ? conflictProblem(source, file) : undefined;
  if (conflict !== undefined) return { ...read, outline: outlineOf(read), problems: [conflict] };
  const compiled = scanned && compile(source, file, scanned, context);
  const problems = [
    ...read.problems,
    ...head,
    ...draftProblems(source, file, new Date(), frontMatter?.draft),
    ...syntax,
    ...(compiled?.problems ?? []),
    ...(scanned === undefined ? [] : contentProblems(scanned, source, file, context)),
  ];
  const article = problems.length === 0 ? compiled?.value : undefined;
  const outline = outlineOf(read, frontMatter, scanned, article?.anchors);
  return { ...read, outline, frontMatter, article, problems: sortProblems(problems) };
}

/** What an article may not hold, except in its front matter, references and fences. */
function contentProblems(
  found: Scan,
  source: string,
  file: string,
  { files, examples }: CompileContext,
): Problem[] {
  return [
    ...literalProblems(found.tags, file),
    ...numberProblems(found, source, file, examples),
    ...programProblems(found.programs, file),
    ...tagProblems(found.tags, file),
    ...headingProblems(found.headings, file),
    ...pictureProblems(found.pictures, file, files),
    ...addressProblems(found.links, file),
    ...textProblems(found.tree, source, file),
  ];
}

/** MDX → MDX: resolves every reference and fence of an article, or returns what is wrong with them. */
function compile(source: string, file: string, scan: Scan, context: CompileContext): Result<CompiledArticle> {
  const { references, fences, headings, tree } = scan;
  const { examples, highlighter, graphviz, advertisements, editions } = context;
  const words = context.wordsOf(file);
  // No figure takes the anchor of a heading.
  const anchors = new Set(headings.map(({ id }) => id));
  const results = [
    ...references.map(each => ({
      ...each,
      reference: each,
      result: buildReference(each, file, anchors, { ...context, words }),
    })),
    ...fences.map(each => {
      const result = buildFence(each, file, highlighter, graphviz);
      return { ...each, component: tagOf(result.value), reference: undefined, result };
    }),
  ];
  const inLines = drawnInLines(tree, file, context.files);
  // The compiler sees no front matter: it would import the layout that one names.
  const edits: Replacement[] = [{ ...frontMatterRange(source), text: '' }, ...inLines.edits];
  /** By their offsets in the source. */
  const built = new Map<number, AnyFigure>();
  const figures = new Map<string, AnyFigure>(inLines.figures);
  for (const { component, reference, position, result } of results) {
    if (result.value === undefined) continue;
    built.set(position.start, result.value);
    const key = figureKey(result.value);
    figures.set(key, result.value);
    if (result.value.kind === 'exercise' || result.value.kind === 'predict')
      for (const part of EXERCISE_PARTS) {
        const figure = result.value[part];
        if (figure !== undefined) figures.set(exercisePart(key, part), figure);
      }
    if (result.value.kind !== 'exercise') {
      edits.push(...figureEdits(reference, position, `<${component} figure="${key}" />`));
      continue;
    }
    edits.push(...exerciseIn(scan, position, key, result.value));
  }
  // A reference to a broken example has no figure. Its problem is reported once, at the example.
  if (built.size < results.length || inLines.problems.length > 0)
    return fail(...results.flatMap(({ result }) => result.problems ?? []), ...inLines.problems);
  if (advertisements) edits.push(...advertisementIn(scan));
  return succeed({
    original: source,
    source: replaceRanges(source, edits),
    figures,
    ids: [...new Set(references.flatMap(each => each.files.map(idOf)))],
    words: scan.words,
    codeLines: [...built.values()].reduce((sum, figure) => sum + codeLinesOf(figure), 0),
    anchors,
    lesson: lessonFacts(scan, built),
    markdown: editions ? markdownEdition({ file, tree, figures: built, examples, words }) : '',
  });
}

/** The figures of an exercise, in the places that they have in its text. */
function exerciseIn(
  { tags }: Scan,
  { start: offset }: Pick<Position, 'start'>,
  key: string,
  { start, solution }: Exercise,
): readonly Replacement[] {
  const tag = tags.find(({ name, position }) => name === 'Exercise' && position.start === offset);
  if (tag === undefined) return [];
  return exerciseEdits(tag, {
    start: start === undefined ? '' : `<ExerciseStart figure="${key}" />`,
    solution: solution === undefined ? '' : `<Example figure="${exercisePart(key, 'solution')}" />`,
  });
}

/** The advertisement of an article: after the introduction and one section, the reader has met the page. */
export function advertisementIn({ sections: [, , start] }: Pick<Scan, 'sections'>): readonly Replacement[] {
  return start === undefined ? [] : [{ start, end: start, text: '<Advertisement place="text" />\n\n' }];
}

/** The tag that shows a fence. */
function tagOf(figure: AnyFigure | undefined): string {
  return figure?.kind === 'formula' ? 'Formula' : figure?.kind === 'diagram' ? 'Diagram' : 'Fence';
}

function codeLinesOf(figure: AnyFigure): number {
  if (figure.kind === 'predict') return codeLinesOf(figure.start);
  if (figure.kind === 'exercise') return figure.start === undefined ? 0 : codeLinesOf(figure.start);
  if (figure.kind === 'fence') return figure.lineCount;
  return figure.kind === 'figure' ? (figure.code?.lines.length ?? 0) : 0;
}

/** What takes the place of a range of a source, in UTF-16 units. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Replaces ranges of a source. The line feeds in them stay, so that what follows keeps its lines. */
export function replaceRanges(source: string, replacements: readonly Replacement[]): string {
  const fromTheEnd = replacements.toSorted((a, b) => b.start - a.start);
  return fromTheEnd.reduce((result, { start, end, text }) => {
    const lineFeeds = source.slice(start, end).replaceAll(/[^\n]/g, '');
    return `${result.slice(0, start)}${text}${lineFeeds}${result.slice(end)}`;
  }, source);
}
