import type { Problem } from '../../core/problems/problem.ts';
import type { Node, Position } from '../article/mdx-tree.ts';
import { figureKey } from '../figures/figure-registry.ts';
import type { AnyFigure } from '../figures/parts/figure.ts';
import { lineFormula } from '../formulas/formula-figure.ts';
import { type Formula, formulasOf } from '../formulas/formulas-of.ts';
import { pictureEdits } from '../pictures/picture-edits.ts';
import type { ProjectFiles } from '../validate/check-files.ts';

/** What is drawn in the text of an article: formulas in its lines, and pictures. */
interface DrawnInLines {
  readonly edits: readonly (Pick<Position, 'start' | 'end'> & { readonly text: string })[];
  /** By key. */
  readonly figures: ReadonlyMap<string, AnyFigure>;
  readonly problems: readonly Problem[];
}

/** Formulas and pictures of an article → tags with the keys of their figures. */
export function drawnInLines(tree: Node, file: string, files: ProjectFiles): DrawnInLines {
  const figures = new Map<string, AnyFigure>();
  const register = (figure: AnyFigure): string => {
    const key = figureKey(figure);
    figures.set(key, figure);
    return key;
  };
  const formulas = formulasOf(tree).map(each => ({ ...each, result: lineFormula(each, file) }));
  const pictures = pictureEdits(tree, file, files);
  return {
    edits: [
      ...formulas.flatMap(({ result: { value }, ...formula }) =>
        value === undefined
          ? []
          : [{ ...formula.position, text: inParagraph(formula, `<Formula figure="${register(value)}" />`) }],
      ),
      ...pictures.edits.map(({ position, images, figure }) => ({
        ...position,
        text: figure === undefined ? images : `<Picture figure="${register(figure)}">${images}</Picture>`,
      })),
    ],
    figures,
    problems: [...formulas.flatMap(({ result }) => result.problems ?? []), ...pictures.problems],
  };
}

/** A tag alone on its line is no paragraph for the compiler. A formula alone in one gets it back. */
export function inParagraph({ opens, closes }: Formula, tag: string): string {
  return `${opens === true ? '<p>' : ''}${tag}${closes === true ? '</p>' : ''}`;
}
