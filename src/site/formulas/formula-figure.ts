import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { positionAt } from '../article/mdx-tree.ts';
import type { Fence } from '../article/parse-mdx.ts';
import type { FormulaFigure } from '../figures/parts/drawn.ts';
import { buildFormula } from './build-formula.ts';
import type { Formula } from './formulas-of.ts';

/** Signs of a formula that a phone has room for. */
const NARROW = 24;

/** A formula in a line of an article → its figure. */
export function lineFormula(
  { tex, isDouble, inHeading, position }: Formula,
  file: string,
): Result<FormulaFigure> {
  const { line, column } = position;
  const refuse = (title: string, remedy: string): Result<never> =>
    fail({ file, line, column, title, remedy });
  if (isDouble)
    return refuse(
      '"$$" is no mark here.',
      `A formula on a line of its own:\n\`\`\`math\n${tex.trim()}\n\`\`\``,
    );
  if (inHeading)
    return refuse(
      'A heading holds no formula: lists of headings show plain text.',
      'Put it into the text below.',
    );
  const built = formulaFigure(tex, false, file, index => positionAt(`$${tex}`, index + 1, position));
  if (built.value?.isWide !== true) return built;
  return refuse('The formula is too long for a line of a phone.', `\`\`\`math\n${tex}\n\`\`\``);
}

/** A fence ```math → its figure. */
export function fenceFormula({ code, meta, position }: Fence, file: string): Result<FormulaFigure> {
  const { line, column } = position;
  if (meta.trim() !== '')
    return fail({
      file,
      line,
      column,
      title: `A formula has nothing behind "math", and here is ${meta.trim()}.`,
      remedy: '```math',
    });
  return formulaFigure(code, true, file, index => {
    const inside = positionAt(code, index, { line: line + 1, column: 1 });
    return { ...inside, column: inside.column + column - 1 };
  });
}

function formulaFigure(
  tex: string,
  isBlock: boolean,
  file: string,
  placeOf: (index: number) => Required<Pick<Problem, 'line' | 'column'>>,
): Result<FormulaFigure> {
  const { mathml, fault } = buildFormula(tex, isBlock);
  if (fault !== undefined) {
    const { index, title, remedy } = fault;
    return fail({ file, ...placeOf(index), title, remedy });
  }
  const signs = mathml.replaceAll(/<[^>]*>/g, '').length;
  return succeed({ kind: 'formula', mathml, isBlock, isWide: signs > NARROW });
}
