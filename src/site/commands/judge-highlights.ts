import { type Example, idOf } from '../../core/example/example.ts';
import { shownCode } from '../../core/example/displayed-code.ts';
import type { JudgedFigure } from '../../core/omission/highlight-score.ts';
import { judgeParts, type Try } from '../../core/omission/judge-parts.ts';
import { partsOfLines } from '../../core/omission/parts-of-lines.ts';
import type { SourcePosition } from '../../core/problems/problem.ts';
import { parseRanges } from '../../core/text/lines.ts';
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

/**
 * The figures of articles that highlight lines. What is wrong with an article itself is reported elsewhere.
 * @param only paths of articles; absent: all
 */
export async function highlightedFigures(
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

/** Figures → each with what runs without its highlighted lines show. Those that cannot run are left out. */
export async function judgeHighlights(
  figures: readonly HighlightedFigure[],
  omissions: Omissions,
): Promise<readonly JudgedFigure[]> {
  const judged = figures.map(async ({ at, id, props }): Promise<JudgedFigure[]> => {
    const opened = omissions.of(id, props.because !== undefined);
    return opened === undefined ? [] : [await judgeFigure(at, props, opened.example, opened.attempt)];
  });
  return (await Promise.all(judged)).flat();
}

async function judgeFigure(
  at: SourcePosition,
  { region, block, highlight = '', because }: SoundProps,
  example: Example,
  attempt: Try,
): Promise<JudgedFigure> {
  const { lines } = shownCode(example, region, block);
  const shown = new Map(
    [...(parseRanges(highlight) ?? [])].flatMap(number => {
      const line = lines[number - 1]?.line;
      return line === undefined ? [] : [[number, line] as const];
    }),
  );
  const { first = 0, last = -1 } = example.metadata.block ?? {};
  const isContract = (line: number): boolean => line >= first && line <= last;
  const code = new Map([...shown].filter(([, line]) => !isContract(line)));
  const parts = runsOf([...code.keys()]).map(numbers => {
    const own = numbers.flatMap(number => code.get(number) ?? []);
    return judgeParts(example, partsOfLines(example.source, own), attempt);
  });
  return {
    at,
    file: example.file,
    shown,
    because,
    contract: [...shown.values()].filter(isContract),
    parts: (await Promise.all(parts)).flat(),
  };
}

/** 4, 5, 6 and 9 → 4 to 6, and 9. */
function runsOf(numbers: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.at(-1) === number - 1) last.push(number);
    else runs.push([number]);
  }
  return runs;
}
