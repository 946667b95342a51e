import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../../src/core/words/languages.ts';
import { formulaLines } from '../../../../src/site/audit/plan/pictures/expected-formula.ts';
import { readDrawn } from '../../../../src/site/audit/page/read-drawn.ts';
import { firstElement } from '../../../../src/site/audit/tree/drawn-lines.ts';
import { pageTree } from '../../../../src/site/audit/tree/page-tree.ts';
import { buildFormula } from '../../../../src/site/formulas/build-formula.ts';

const SOUND = [
  ...[
    'x',
    '50\\%',
    'O(n \\log n)',
    '\\frac{n(n+1)}{2}',
    '\\sum_{k=1}^n k',
    'a < b \\ge c',
    '\\text{ä < "x"}',
  ],
  ...['\\overline{AB} \\underline{x}', '\\sqrt[3]{x}', '\\vec{x} \\hat{y}', '\\mathbb{R}^2', '\\binom{n}{k}'],
  ...[
    '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
    '\\begin{cases}a & b\\\\c & d\\end{cases}',
    '|x| \\notin A',
  ],
  ...[
    '\\begin{align}a&=b\\\\c&=d\\end{align}',
    '\\left\\lfloor \\frac{a}{b} \\right\\rfloor',
    'f\\colon A \\to B',
  ],
];

describe('a formula', () => {
  test.for(SOUND)('is MathML without styles, and the audit makes the same of it: %s', tex => {
    for (const isBlock of tex.includes('{align}') ? [true] : [false, true]) {
      const { mathml = '', fault } = buildFormula(tex, isBlock);
      expect(fault).toBeUndefined();
      expect(mathml).not.toMatch(/ style=|<span|class="(?!left|right)/);
      const math = firstElement(pageTree(mathml), 'math');
      const found = math === undefined ? [] : readDrawn(math);
      const expected = formulaLines({ kind: 'formula', tex, isBlock }, wordsOf('en'));
      const lines = (typeof expected === 'string' ? [] : expected).filter(line => !line.startsWith('0 div'));
      const shifted = lines.map(line =>
        line.replace(/^\d+/, depth => `${Number(depth) - (isBlock ? 1 : 0)}`),
      );
      expect(found).toEqual(shifted);
      expect(found.length).toBeGreaterThan(1);
    }
  });

  test.for([
    ['\\frc{a}{b}', 0, 'TeX has no command \\frc here.', 'Did you mean "\\frac"?'],
    ['\\frac{a}{', 9, 'A "{" of the formula is never closed.', 'Close it: }'],
    ['a}', 1, 'A "}" of the formula closes nothing.', 'Remove it; as a sign: \\}'],
    ['a & b', 2, '"&" parts columns of a table, and here is none.', 'As a sign: \\&'],
    ['a^b^c', 3, 'Two superscripts follow each other.', 'With braces: a^{b^c}'],
    ['\\left( x', 8, 'The formula has a \\left without its \\right.', 'In pairs: \\left( … \\right)'],
    ['\\begin{matrx}a\\end{matrx}', 6, 'TeX has no \\begin{matrx} here.', '\\begin{matrix}'],
    ['x + ä', 4, '"ä" is a letter of a text, not of a formula.', '\\text{ä}'],
    [' ', 0, 'The formula is empty.', 'For example: \\frac{n(n+1)}{2}'],
  ] as const)('that is no TeX is explained at its place: %s', ([tex, index, title, remedy]) => {
    expect(buildFormula(tex, false).fault).toEqual({ index, title, remedy });
  });

  test.for([
    '\\color{red}{x}',
    '\\boxed{x}',
    '\\cancel{x}',
    '\\rule{1em}{1em}',
    '\\tag{1} x',
    '\\colorbox{red}{x}',
  ])('holds nothing that needs a style of its own: %s', tex => {
    expect(buildFormula(tex, true).fault?.title).toContain(
      `${/\\\w+/.exec(tex)?.[0]} needs a color or a line`,
    );
  });

  test.for([
    ...[
      '\\href{javascript:alert(1)}{x}',
      '\\url{x}',
      '\\includegraphics{a.png}',
      '\\class{a}{x}',
      '\\id{a}{x}',
    ],
    ...['\\data{a=b}{x}', '\\style{color:red}{x}', '\\def\\a{\\a\\a}\\a'],
  ])('neither links, loads, names nor repeats without end: %s', tex => {
    expect(buildFormula(tex, false).mathml).toBeUndefined();
  });

  test('has a bounded length', () => {
    expect(buildFormula('x+'.repeat(600), false).fault?.title).toContain('at most 1000 characters');
    const large = `\\def\\a{${'x^2+'.repeat(40)}}${'\\a '.repeat(90)}x`;
    expect(buildFormula(large, false).fault?.title).toBe('The formula is too large for a page.');
  });

  test('shows markup as text', () => {
    const { mathml } = buildFormula('\\text{<script>alert("x")</script>}', false);
    expect(mathml).not.toContain('<script');
    expect(mathml).toContain('alttext="\\text{&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;}"');
  });
});
