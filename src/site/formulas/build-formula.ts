import { createRequire } from 'node:module';
import type Temml from 'temml';
import { plainMathml } from './plain-mathml.ts';
import { type TexFault, texFault } from './tex-fault.ts';

// Loading it takes 45 ms, which no command pays whose articles have no formula.
const load = createRequire(import.meta.url);

const MAX_TEX = 1000;
const MAX_MATHML = 20_000;

/** Commands whose effect is a color or a line around something. */
const STYLED =
  /\\(?:[bx]?cancel|sout|f?box(?:ed)?|(?:text)?color|f?colorbox|rule|phase|enclose|angl|tag|hline)\b/;

/** A formula as MathML, or what is wrong with its TeX. */
export type BuiltFormula =
  | { readonly mathml: string; readonly fault?: undefined }
  | { readonly mathml?: undefined; readonly fault: TexFault };

/** TeX → MathML. @param isBlock whether it is on a line of its own */
export function buildFormula(tex: string, isBlock: boolean): BuiltFormula {
  const refuse = (title: string, remedy: string, index = 0): BuiltFormula => ({
    fault: { index, title, remedy },
  });
  if (tex.trim() === '') return refuse('The formula is empty.', 'For example: \\frac{n(n+1)}{2}');
  if (tex.length > MAX_TEX)
    return refuse(
      `A formula has at most ${MAX_TEX} characters, and this has ${tex.length}.`,
      'Make two of it.',
    );
  const temml = load('temml') as typeof Temml;
  let written: string;
  try {
    written = temml.renderToString(tex, {
      displayMode: isBlock,
      throwOnError: true,
      strict: true,
      maxExpand: 100,
    });
  } catch (error) {
    return { fault: texFault(error as Error, tex) };
  }
  if (written.length > MAX_MATHML) return refuse('The formula is too large for a page.', 'Make two of it.');
  const mathml = plainMathml(written, tex);
  if (mathml !== undefined) return { mathml };
  const { index, 0: command = 'A command of the formula' } = STYLED.exec(tex) ?? { index: 0, 0: undefined };
  return refuse(
    `${command} needs a color or a line, and formulas have those of their page.`,
    'Remove it.',
    index,
  );
}
