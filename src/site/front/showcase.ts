import { idOf } from '../../core/example/example.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { pathSuggestion } from '../../core/problems/suggest.ts';
import type { Showcase } from '../../core/settings/site-settings.ts';
import type { Reference } from '../article/parse-mdx.ts';
import { buildReference, type FigureSources } from '../figures/build-reference.ts';
import type { CheckedExamples } from '../figures/parts/checked-example.ts';
import { figureKey } from '../figures/figure-registry.ts';
import type { AnyFigure } from '../figures/parts/figure.ts';

/** The file that names the example of the home page. */
export const SHOWCASE_FILE = 'src/site.config.ts';

/** Ids that the home page has without its figures. */
const HOME_IDS = ['content', 'numbers', 'tracks'];

/** Keys of the figures of the home page. */
export interface HomeFigures {
  readonly figure: string;
  /** Absent if the example has no timeline. */
  readonly timeline?: string | undefined;
}

/** What a setting asks for, as if an article had tags for it: the example, and its timeline if it has one. */
export function showcaseReferences(
  { file, region }: Showcase,
  examples: CheckedExamples,
): readonly Reference[] {
  const reference = (component: 'Example' | 'Timeline', props: Reference['props']): Reference => ({
    component,
    props,
    propPositions: {},
    position: { line: 1, column: 1, start: 0, end: 0 },
    files: [file],
    text: '',
  });
  const hasTimeline = examples.get(idOf(file))?.timeline !== undefined;
  return [
    reference('Example', region === undefined ? { file } : { file, region }),
    ...(hasTimeline ? [reference('Timeline', { file })] : []),
  ];
}

/** Anchors that are taken on the home page. */
export function homeAnchors(): Set<string> {
  return new Set(HOME_IDS);
}

/** The figures of the home page by key, and which is which; or what is wrong with the setting. */
export function buildShowcase(
  showcase: Showcase,
  sources: FigureSources,
): Result<{ readonly keys: HomeFigures; readonly figures: ReadonlyMap<string, AnyFigure> }> {
  const { examples } = sources;
  if (!examples.has(idOf(showcase.file))) return fail(unknownExample(showcase, examples));
  const anchors = homeAnchors();
  const results = showcaseReferences(showcase, examples).map(reference =>
    buildReference(reference, SHOWCASE_FILE, anchors, sources),
  );
  const problems = results.flatMap(result => result.problems ?? []);
  if (problems.length > 0) return fail(...problems.map(ofSetting));
  const figures = results.flatMap(({ value }) => value ?? []).map(each => [figureKey(each), each] as const);
  const [[figure] = [''], [timeline] = []] = figures;
  return succeed({ keys: { figure, timeline }, figures: new Map(figures) });
}

/** What is wrong with the setting; nothing is built. */
export function showcaseProblems(showcase: Showcase | undefined, sources: FigureSources): readonly Problem[] {
  return showcase === undefined ? [] : (buildShowcase(showcase, sources).problems ?? []);
}

/** The settings are a program, whose lines nobody knows here. */
function ofSetting({ line, column, ...problem }: Problem): Problem {
  const isOwn = problem.file === SHOWCASE_FILE;
  return isOwn ? { ...problem, title: `showcase: ${problem.title}` } : { ...problem, line, column };
}

function unknownExample({ file }: Showcase, examples: CheckedExamples): Problem {
  const names = [...examples.values()].map(({ entry }) => entry.file.replace(/^[^/]+\//, ''));
  return {
    file: SHOWCASE_FILE,
    title: `showcase names ${file}, and there is no such example.`,
    remedy: pathSuggestion(file, names) || 'Remove showcase, or make the example first.',
  };
}
