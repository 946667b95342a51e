import { splitLines } from '../../core/text/lines.ts';
import { isRunnable, RUNNABLE_LANGUAGES } from '../../core/text/runnable-language.ts';
import { nearest } from '../../core/problems/suggest.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import type { FenceFigure } from './figure.ts';
import { LANGUAGES, type LineHighlighter } from '../highlight/plain-highlighter.ts';
import { escapeHtml } from '../../core/text/escape-html.ts';
import type { Fence } from '../article/parse-mdx.ts';

/** A fence of an article → what the page shows, or what the author has to mend. */
export function resolveFence(
  { language, meta, code, position }: Fence,
  file: string,
  highlighter: LineHighlighter,
): Result<FenceFigure> {
  const at = { file, line: position.line, column: position.column };
  const unverified = meta.trim() === 'unverified';
  if (meta.trim() !== '' && !unverified)
    return fail({
      ...at,
      title: `A fence says nothing but its language and "unverified"; this one says "${meta}".`,
      remedy: `\`\`\`${language} unverified`,
    });
  if (isRunnable(language) && !unverified) {
    return fail({
      ...at,
      title: `Nobody ran this ${language === '' ? 'block' : `"${language}" block`}, and the page must not look as if somebody had.`,
      remedy: `Make it an example (npm run new -- topic/name), or say so: \`\`\`${language || 'text'} unverified`,
    });
  }
  if (!isRunnable(language) && !(language in LANGUAGES)) {
    const meant = nearest(language, [...Object.keys(LANGUAGES), ...RUNNABLE_LANGUAGES]);
    return fail({
      ...at,
      title: `A fence of the language "${language}" cannot be highlighted.`,
      remedy:
        meant === undefined
          ? `One of ${Object.keys(LANGUAGES).join(', ')}, or: \`\`\`text unverified`
          : `\`\`\`${meant}${isRunnable(meant) ? ' unverified' : ''}`,
    });
  }
  const { lines } = splitLines(`${code}\n`);
  const html = language in LANGUAGES ? highlighter.lines(code, language) : lines.map(escapeHtml);
  return succeed({
    kind: 'fence',
    language: language === '' ? 'text' : language,
    html: html.map(line => `${line}\n`).join(''),
    lineCount: lines.length,
    unverified,
  });
}
