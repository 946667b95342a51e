import { nearest } from '../../core/problems/suggest.ts';

/** What is wrong at an offset of a formula. */
export interface TexFault {
  readonly index: number;
  readonly title: string;
  readonly remedy: string;
}

/** Commands that formulas of a text about programs need: one of them was most likely meant. */
const COMMANDS =
  `frac sqrt sum prod int log ln exp min max gcd lim sin cos tan le ge ne approx equiv cdot times
  div pm to in notin subset cup cap forall exists infty partial nabla alpha beta gamma delta epsilon theta
  lambda mu pi rho sigma tau phi omega Delta Sigma Omega Theta ldots cdots quad text mathrm mathbf mathbb
  mathcal operatorname overline underline hat vec bar left right big begin end binom bmod pmod land lor neg
  lfloor rfloor lceil rceil langle rangle mid`.split(/\s+/);

const ENVIRONMENTS = 'matrix pmatrix bmatrix vmatrix cases aligned align array'.split(' ');

type Explain = (groups: readonly string[], tex: string) => Omit<TexFault, 'index'>;

/** Messages of Temml → plain words. The first pattern that matches counts. */
const MESSAGES: readonly (readonly [pattern: RegExp, explain: Explain])[] = [
  [
    /^(?:Unsupported function name|Undefined control sequence): \\(\w+)/,
    ([name = '']) => {
      const near = nearest(name, COMMANDS);
      const remedy = near === undefined ? `As text: \\text{${name}}` : `Did you mean "\\${near}"?`;
      return { title: `TeX has no command \\${name} here.`, remedy };
    },
  ],
  [
    /^Expected '\\right'/,
    () => ({
      title: 'The formula has a \\left without its \\right.',
      remedy: 'In pairs: \\left( … \\right)',
    }),
  ],
  [
    /^No such environment: (\w+)/,
    ([name = '']) => {
      const near = nearest(name, ENVIRONMENTS);
      const remedy = near === undefined ? `One of ${ENVIRONMENTS.join(', ')}` : `\\begin{${near}}`;
      return { title: `TeX has no \\begin{${name}} here.`, remedy };
    },
  ],
  [
    /Unexpected end of input|got 'EOF'|Expected '\}'/,
    () => ({ title: 'A "{" of the formula is never closed.', remedy: 'Close it: }' }),
  ],
  [
    /^Expected 'EOF', got '\}'/,
    () => ({ title: 'A "}" of the formula closes nothing.', remedy: 'Remove it; as a sign: \\}' }),
  ],
  [
    /^Expected 'EOF', got '&'/,
    () => ({ title: '"&" parts columns of a table, and here is none.', remedy: 'As a sign: \\&' }),
  ],
  [
    /^Double (superscript|subscript)/,
    ([what]) => ({
      title: `Two ${what}s follow each other.`,
      remedy: what === 'superscript' ? 'With braces: a^{b^c}' : 'With braces: a_{b_c}',
    }),
  ],
  [
    /^\{(\w+)\} can be used only in display mode/,
    ([name = '']) => ({
      title: `\\begin{${name}} is for a formula on a line of its own.`,
      remedy: '```math',
    }),
  ],
  [
    /Too many expansions/,
    () => ({ title: 'A command of the formula never ends to name others.', remedy: 'Write it out.' }),
  ],
  [
    /Unicode text character "(.)"/,
    ([letter]) => ({
      title: `"${letter}" is a letter of a text, not of a formula.`,
      remedy: `\\text{${letter}}`,
    }),
  ],
];

/** An error of Temml → what is wrong. */
export function texFault(
  { message, position = 0 }: { readonly message: string; readonly position?: number },
  tex: string,
): TexFault {
  const index = Math.min(position, tex.length);
  const [cause = ''] = message.trim().split(/ at (?:position|end of input)/);
  for (const [pattern, explain] of MESSAGES) {
    const match = pattern.exec(cause);
    if (match !== null) return { index, ...explain(match.slice(1), tex) };
  }
  return {
    index,
    title: `The formula is no TeX: ${cause.replace(/\.$/, '')}.`,
    remedy: 'If "$" is a sign of the text: \\$',
  };
}
