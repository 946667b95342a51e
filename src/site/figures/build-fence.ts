import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { nearest } from '../../core/problems/suggest.ts';
import { escapeHtml } from '../../core/text/escape-html.ts';
import { splitLines } from '../../core/text/lines.ts';
import { isRunnable, RUNNABLE_LANGUAGES } from '../../core/text/runnable-language.ts';
import type { Fence } from '../article/parse-mdx.ts';
import { LANGUAGES, type LineHighlighter } from '../highlight/plain-highlighter.ts';
import { diagramFigure } from '../diagrams/diagram-figure.ts';
import type { Graphviz } from '../diagrams/graphviz.ts';
import { fenceFormula } from '../formulas/formula-figure.ts';
import type { DiagramFigure, FormulaFigure } from './parts/drawn.ts';
import type { FenceFigure } from './parts/figure.ts';

/** Languages by the names that they have elsewhere. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ...{ console: 'sh', terminal: 'sh', zsh: 'sh', powershell: 'sh', python3: 'python', jsonc: 'json' },
  ...{ graphviz: 'dot', latex: 'math', tex: 'math', katex: 'math' },
  ...{ md: 'mdx', markdown: 'mdx', none: 'text', plaintext: 'text' },
};

/** A fence of an article → what the page shows, or what the author has to mend. */
export function buildFence(
  fence: Fence,
  file: string,
  highlighter: LineHighlighter,
  graphviz: Graphviz | undefined,
): Result<FenceFigure | FormulaFigure | DiagramFigure> {
  const { language, meta, code, isClosed } = fence;
  const { line, column } = fence.position;
  const refuse = (title: string, remedy: string): Result<never> =>
    fail({ file, line, column, title, remedy });
  if (!isClosed)
    return refuse(
      'This block is never closed, so it takes all that follows in the article.',
      'Below its last line: ```',
    );
  if (language === 'math') return fenceFormula(fence, file);
  if (language === 'dot') {
    if (graphviz === undefined) throw new Error(`${file}:${line}: Graphviz is not loaded`);
    return diagramFigure(fence, file, graphviz);
  }
  const unverified = meta.trim() === 'unverified';
  const canRun = isRunnable(language);
  if (meta.trim() !== '' && !unverified)
    return refuse(
      `A fence says nothing but its language and "unverified"; this one says "${meta}".`,
      `\`\`\`${language} unverified`,
    );
  if (canRun && !unverified) {
    const block = language === '' ? 'block' : `"${language}" block`;
    const fence = `\`\`\`${language || 'text'} unverified`;
    return refuse(
      `Nobody ran this ${block}, and the page must not look as if somebody had.`,
      `Make it an example (npm run new -- topic/name), or say so: ${fence}`,
    );
  }
  const isHighlighted = language in LANGUAGES;
  if (!canRun && !isHighlighted) {
    const meant =
      OTHER_NAMES[language] ?? nearest(language, [...Object.keys(LANGUAGES), ...RUNNABLE_LANGUAGES]);
    return refuse(
      `A fence of the language "${language}" cannot be highlighted.`,
      meant === undefined
        ? `One of ${Object.keys(LANGUAGES).join(', ')}, or: \`\`\`text unverified`
        : `\`\`\`${meant}${isRunnable(meant) ? ' unverified' : ''}`,
    );
  }
  const { lines } = splitLines(`${code}\n`);
  const html = isHighlighted ? highlighter.lines(code, language) : lines.map(escapeHtml);
  return succeed({
    kind: 'fence',
    language: language === '' ? 'text' : language,
    label: LANGUAGES[language]?.label,
    html: html.map(line => `${line}\n`).join(''),
    lineCount: lines.length,
    unverified,
  });
}
