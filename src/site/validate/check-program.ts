import type { Problem } from '../../core/problems/problem.ts';
import type { Program } from '../article/parse-mdx.ts';
import { type Finding, problemsAt } from './problems-at.ts';

/** JavaScript in an article: an article is data, and reading it runs nothing. */
export function programProblems(programs: readonly Program[], file: string): Problem[] {
  return problemsAt(programs, file, ({ kind, source }) => [
    kind === 'module' ? moduleFinding(source) : expressionFinding(source.trim()),
  ]);
}

function moduleFinding(source: string): Finding {
  const [word = ''] = source.split(/\W/, 1);
  const isCode = /["'`=({]/.test(source);
  return {
    title: `A line that begins with "${word}" is JavaScript, and an article holds no program.`,
    remedy: isCode
      ? 'Remove it: components need no import. If it is code to show, put it into a fence: ```js'
      : `If it is text, begin the line with another word, or write \`${word}\``,
  };
}

function expressionFinding(source: string): Finding {
  const [line = ''] = source.split('\n', 1);
  if (/^(?:true|false|null|undefined)$/.test(source))
    return { title: `{${line}} shows nothing.`, remedy: `If it is text: \\{${line}\\}` };
  return {
    title: `{${line}} is a program, and an article holds none.`,
    remedy:
      'A value that an example prints is a <Value>. If this is text:\n' +
      `\\{${line}${line === source ? '\\}' : ''}`,
  };
}
