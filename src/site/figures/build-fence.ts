import { splitLines } from '../../core/text/lines.ts';
import { nearest } from '../../core/problems/suggest.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import type { FenceFigure } from './figure.ts';
import { LANGUAGES, type LineHighlighter } from '../highlight/plain-highlighter.ts';
import { escapeHtml } from '../../core/text/escape-html.ts';
import type { Fence } from '../article/parse-mdx.ts';

/** What a fence of these holds could have been run, or looks like what a run printed: it must say that nobody ran it. */
const RUNNABLE: ReadonlySet<string> = new Set([
  'python',
  'py',
  'pycon',
  'text',
  'txt',
  'plain',
  'output',
  '',
]);

/** Whether a block of this language looks as if somebody had run it. */
export function isRunnable(language: string): boolean {
  return RUNNABLE.has(language);
}

/** A fence of an article → what the page shows, or what the author has to mend. */
export function resolveFence(
  { language, meta, code, place }: Fence,
  file: string,
  highlighter: LineHighlighter,
): Result<FenceFigure> {
  const at = { file, line: place.line, column: place.column };
  const unverified = meta.trim() === 'unverified';
  if (meta.trim() !== '' && !unverified)
    return fail({
      ...at,
      title: `A fence says nothing but its language and "unverified"; this one says "${meta}".`,
      remedy: `\`\`\`${language} unverified`,
    });
  if (RUNNABLE.has(language) && !unverified) {
    return fail({
      ...at,
      title: `Nobody ran this ${language === '' ? 'block' : `"${language}" block`}, and the page must not look as if somebody had.`,
      remedy: `Make it an example (npm run new -- topic/name), or say so: \`\`\`${language || 'text'} unverified`,
    });
  }
  if (!RUNNABLE.has(language) && !(language in LANGUAGES)) {
    const meant = nearest(language, [...Object.keys(LANGUAGES), ...RUNNABLE]);
    return fail({
      ...at,
      title: `A fence of the language "${language}" cannot be highlighted.`,
      remedy:
        meant === undefined
          ? `One of ${Object.keys(LANGUAGES).join(', ')}, or: \`\`\`text unverified`
          : `\`\`\`${meant}${RUNNABLE.has(meant) ? ' unverified' : ''}`,
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
