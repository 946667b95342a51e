import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { resolveFence } from '../figures/build-fence.ts';
import type { AnyFigure } from '../figures/figure.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import type { Proofs } from '../figures/example-proofs.ts';
import type { Position } from '../article/mdx-tree.ts';
import type { Scan } from '../article/parse-mdx.ts';
import { resolve } from '../figures/build-figure.ts';
import { markdownEdition } from '../markdown-edition/article-markdown.ts';
import { expressionProblems } from '../validate/check-expressions.ts';

/** An article, ready for the MDX compiler. */
export interface CompiledArticle {
  /** Its source as the author wrote it. */
  readonly original: string;
  /** Its source, each reference with the key of its figure. Line numbers are those of the file. */
  readonly source: string;
  /** Ids of the examples that it shows. */
  readonly ids: readonly string[];
  readonly words: number;
  /** All anchors of its page: headings, examples. */
  readonly anchors: ReadonlySet<string>;
  /** Lines of code that it shows. */
  readonly codeLines: number;
  /** Its Markdown edition; empty if only its mistakes are asked for. */
  readonly markdown: string;
}

export interface CompileContext {
  readonly proofs: Proofs;
  readonly highlighter: LineHighlighter;
  /** Keeps a figure and gives its key. */
  readonly store: (figure: AnyFigure) => string;
  /** Whether advertisement slots are on. */
  readonly advertisements: boolean;
  /** Whether only its mistakes are asked for: then no Markdown edition is made. */
  readonly judging?: boolean | undefined;
}

interface Edit {
  readonly at: number;
  readonly until: number;
  readonly text: string;
}

/** MDX → MDX: resolves every reference and fence of an article, or says everything that is wrong with them. */
export function compileArticle(
  source: string,
  file: string,
  scan: Scan,
  { proofs, highlighter, store, advertisements, judging = false }: CompileContext,
): Result<CompiledArticle> {
  const { references, fences, words, sections, headings, tree } = scan;
  // No figure takes the anchor of a heading.
  const anchors = new Set(headings.map(({ id }) => id));
  const problems: Problem[] = [];
  const edits: Edit[] = [];
  const figures = new Map<number, AnyFigure>();
  let codeLines = 0;
  const take = (component: string, { start, end }: Position, result: Result<AnyFigure>): void => {
    if (result.problems) return void problems.push(...result.problems);
    codeLines += codeLinesOf(result.value);
    figures.set(start, result.value);
    const lineFeeds = source.slice(start, end).split('\n').length - 1;
    edits.push({
      at: start,
      until: end,
      text: `<${component} figure="${store(result.value)}" />${'\n'.repeat(lineFeeds)}`,
    });
  };
  for (const reference of references)
    take(reference.component, reference.position, resolve(reference, file, proofs, highlighter, anchors));
  for (const fence of fences) take('Fence', fence.position, resolveFence(fence, file, highlighter));
  // After the introduction and one section, the reader has met the page.
  if (advertisements && sections[2] !== undefined)
    edits.push({ at: sections[2], until: sections[2], text: '<Advertisement place="text" />\n\n' });
  problems.push(...expressionProblems(tree, file));
  if (problems.length > 0) return fail(...problems);
  return succeed({
    original: source,
    source: apply(source, edits),
    ids: [...new Set(references.map(({ props }) => String(props.file)))],
    words,
    codeLines,
    anchors,
    markdown: judging ? '' : markdownEdition({ file, tree, figures, proofs }),
  });
}

function codeLinesOf(figure: AnyFigure): number {
  if (figure.kind === 'value') return 0;
  return figure.kind === 'fence' ? figure.lineCount : (figure.code?.lines.length ?? 0);
}

function apply(source: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.at - a.at)
    .reduce((text, { at, until, text: added }) => text.slice(0, at) + added + text.slice(until), source);
}
