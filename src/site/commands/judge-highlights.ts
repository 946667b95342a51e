import { type Example, idOf } from '../../core/example/example.ts';
import { namedLines } from '../../core/example/shown/named-lines.ts';
import { shownCode } from '../../core/example/displayed-code.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { highlightProblem } from '../../core/omission/highlight-problem.ts';
import type { JudgedFigure } from '../../core/omission/highlight-score.ts';
import { judgeParts, type Try } from '../../core/omission/judge-parts.ts';
import { partsOfLines } from '../../core/omission/parts-of-lines.ts';
import { type SourcePosition, sortProblems } from '../../core/problems/problem.ts';
import { EXAMPLES } from '../../core/project-paths.ts';
import { examplePlaces } from '../../runner/examples/discover-examples.ts';
import type { Omissions } from '../../runner/omissions/try-omissions.ts';
import { articleFiles, readArticleFile } from '../article/article-files.ts';
import { checkProps, type SoundProps } from '../article/component-props.ts';
import { scan } from '../article/parse-mdx.ts';

/** A figure that highlights lines of an example. */
interface HighlightedFigure {
  readonly at: SourcePosition;
  readonly id: string;
  readonly props: SoundProps;
}

/** Prepares runs of the samples with these ids. */
export type OpenOmissions = (ids: readonly string[]) => Promise<Omissions>;

/**
 * Runs samples without each line that articles highlight.
 * @param only paths of articles; absent: all
 * @param isAsked whether an example is taken into account, by its id
 */
export async function judgeHighlights(
  root: string,
  only: readonly string[] | undefined,
  open: OpenOmissions,
  isAsked: (id: string) => boolean = () => true,
): Promise<readonly JudgedFigure[]> {
  // What an article names, and is not there, is a problem of the article.
  const places = await examplePlaces(root, EXAMPLES);
  const figures = (await highlightedFigures(root, only)).filter(({ id }) => places.has(id) && isAsked(id));
  if (figures.length === 0) return [];
  const omissions = await open([...new Set(figures.map(({ id }) => id))]);
  const judged = await Promise.all(
    figures.map(async ({ at, id, props }): Promise<JudgedFigure[]> => {
      const opened = omissions.of(id, props.because !== undefined);
      if (opened === undefined) return [];
      const runs = highlightedRuns(opened.example, props);
      if (runs === undefined) return [];
      const { because } = props;
      return [{ at, because, ...(await judgeLines(runs, opened.example, opened.attempt)) }];
    }),
  );
  await omissions.save();
  return judged.flat();
}

/** Adds the highlighted lines of chosen articles that change nothing to a ledger. */
export async function withHighlights(
  root: string,
  ledger: Ledger,
  articles: readonly string[] | undefined,
  open: OpenOmissions,
): Promise<Ledger> {
  if (articles === undefined) return ledger;
  // What is wrong with an example comes first: its runs show nothing about its lines.
  const short = new Set(ledger.entries.flatMap(({ id, verdict }) => (verdict === 'verified' ? [] : [id])));
  const figures = await judgeHighlights(root, articles, open, id => !short.has(id));
  const problems = figures.flatMap(figure => highlightProblem(figure) ?? []);
  return { ...ledger, problems: sortProblems([...ledger.problems, ...problems]) };
}

/**
 * The figures of articles that highlight lines. What is wrong with an article itself is reported elsewhere.
 */
async function highlightedFigures(
  root: string,
  only?: readonly string[],
): Promise<readonly HighlightedFigure[]> {
  return (only ?? (await articleFiles(root))).flatMap(file => {
    const { value } = scan(readArticleFile(root, file).source, file);
    return (value?.references ?? []).flatMap(({ component, props: given, position, propPositions }) => {
      const { sound: props } = checkProps(component, given);
      if (component !== 'Example' || props.code === false) return [];
      if (props.file === undefined || props.highlight === undefined) return [];
      const { line, column } = propPositions.highlight ?? position;
      return { at: { file, line, column }, id: idOf(props.file), props };
    });
  });
}

/** The highlighted lines in runs, as they follow each other in what is shown. */
type MarkedRuns = readonly (readonly number[])[];

/** Undefined if a line is not shown: that is a problem of the article. */
function highlightedRuns(
  example: Example,
  { region, block, highlight = '' }: SoundProps,
): MarkedRuns | undefined {
  const { lines: shown } = shownCode(example, region, block);
  const { lines } = namedLines('highlight', highlight, example, shown);
  if (lines === undefined) return undefined;
  const runs: number[][] = [[]];
  for (const { line } of shown)
    if (lines.includes(line)) runs.at(-1)?.push(line);
    else runs.push([]);
  return runs.filter(run => run.length > 0);
}

async function judgeLines(
  runs: MarkedRuns,
  example: Example,
  attempt: Try,
): Promise<Omit<JudgedFigure, 'at' | 'because'>> {
  const { first = 0, last = -1 } = example.metadata.block ?? {};
  const isContract = (line: number): boolean => line >= first && line <= last;
  const code = runs.map(run => run.filter(line => !isContract(line))).filter(run => run.length > 0);
  const parts = code.map(run => judgeParts(example, partsOfLines(example.source, run), attempt));
  return {
    file: example.file,
    marked: runs.flat(),
    contract: runs.flat().filter(isContract),
    parts: (await Promise.all(parts)).flat(),
  };
}
