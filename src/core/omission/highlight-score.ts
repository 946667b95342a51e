import type { SourcePosition } from '../problems/problem.ts';
import type { JudgedPart } from './judge-parts.ts';

/** A figure of an article that highlights lines, with what is known of each part that they are for. */
export interface JudgedFigure {
  /** The prop `highlight`, in the article. */
  readonly at: SourcePosition;
  /** The sample, relative to the project. */
  readonly file: string;
  /** The highlighted lines, by their numbers in the file. */
  readonly marked: readonly number[];
  /** Why lines that change nothing are highlighted, for reviewers. */
  readonly because?: string | undefined;
  /** Highlighted lines of the metadata block: `npm run prove` judges the contract. */
  readonly contract: readonly number[];
  readonly parts: readonly JudgedPart[];
}

/** Highlighted lines of an article, by what is known of them. */
export interface HighlightScore {
  readonly lines: number;
  /** Taken out, they change what the sample does. */
  readonly matter: number;
  /** A variant changes them. */
  readonly variant: number;
  /** They change nothing, and the article says why they are highlighted. */
  readonly because: number;
  readonly contract: number;
  /** They change nothing, and nobody says why they are highlighted. */
  readonly unanswered: number;
}

/** The parts of a figure that change nothing, and that nothing answers. */
export function unanswered({ because, parts }: JudgedFigure): readonly JudgedPart[] {
  return because === undefined ? parts.filter(({ verdict }) => verdict === 'idle') : [];
}

/** Judged figures → the score of each article that has one, in the order of the figures. */
export function highlightScores(figures: readonly JudgedFigure[]): ReadonlyMap<string, HighlightScore> {
  const byArticle = Map.groupBy(figures, ({ at }) => at.file);
  return new Map([...byArticle].map(([article, all]) => [article, scoreOf(all)]));
}

function scoreOf(figures: readonly JudgedFigure[]): HighlightScore {
  const count = (isCounted: (part: JudgedPart, figure: JudgedFigure) => boolean): number =>
    figures
      .flatMap(figure => figure.parts.filter(part => isCounted(part, figure)))
      .reduce((sum, { part }) => sum + part.lines.length, 0);
  const contract = figures.reduce((sum, figure) => sum + figure.contract.length, 0);
  return {
    lines: contract + count(() => true),
    matter: count(({ verdict }) => verdict === 'matters'),
    variant: count(({ verdict }) => verdict === 'variant'),
    because: count(({ verdict }, { because }) => verdict === 'idle' && because !== undefined),
    contract,
    unanswered: count((part, figure) => unanswered(figure).includes(part)),
  };
}
