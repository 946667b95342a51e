import type { Problem } from '../../core/problems/problem.ts';

/** Messages of the parser → plain words, and what to do. The first pattern that matches counts. */
const MESSAGES: readonly {
  readonly pattern: RegExp;
  readonly explain: (...parts: string[]) => Pick<Problem, 'title' | 'remedy'>;
}[] = [
  {
    pattern: /^Expected a closing tag for `<(?<name>[^`]*)>` \([\d:]+\) before the end of `(?<block>\w+)`/,
    explain: (name = '', block = '') => ({
      title: `<${name}> is never closed in its ${block}.`,
      remedy: /^(?:br|hr|img|wbr)$/.test(name)
        ? `<${name} />`
        : `Close it there: </${name}>; or, if it encloses nothing: <${name} />`,
    }),
  },
  {
    pattern: /^Expected a closing tag for `<(?<name>[^`]*)>`/,
    explain: (name = '') => ({ title: `<${name}> is never closed.`, remedy: `</${name}>` }),
  },
  {
    pattern: /^Unexpected closing tag `<\/(?<name>[^`]*)>`, expected [^<]*<(?<open>[^`]*)>` \((?<line>\d+)/,
    explain: (name = '', open = '', line = '') => ({
      title: `Here ends <${name}>, but the tag that is open is <${open}> (line ${line}).`,
      remedy: `</${open}>`,
    }),
  },
  {
    pattern: /^Unexpected closing tag `<\/(?<name>[^`]*)>`/,
    explain: (name = '') => ({
      title: `Here ends <${name}>, which never began.`,
      remedy: `Remove it, or begin it: <${name}>`,
    }),
  },
  {
    pattern: /^Unexpected end of file in expression/,
    explain: () => ({
      title: 'A "{" begins an expression, and no "}" ends it.',
      remedy: 'If it is text: \\{',
    }),
  },
  {
    pattern: /^Could not parse expression with oxc: (?<why>.*?)(?: \(mdx|$)/,
    explain: (why = '') => ({
      title: `What stands between { and } is no expression of JavaScript: ${lower(why)}.`,
      remedy: 'If it is text: \\{ and \\}',
    }),
  },
  {
    pattern: /^Could not parse esm with oxc: (?<why>.*?)(?: \(mdx|$)/,
    explain: (why = '') => ({
      title: `A line that begins with "import" or "export" is JavaScript, and this is none: ${lower(why)}.`,
      remedy: 'For example: import { threads } from "./threads.ts"',
    }),
  },
  {
    pattern: /to create a comment in MDX/,
    explain: () => ({ title: 'MDX has no HTML comments.', remedy: '{/* a comment */}' }),
  },
  {
    pattern: /^Unexpected character after `<`/,
    explain: () => ({
      title: 'Here begins a tag that is none: a quote, a brace or its ">" is missing.',
      remedy: 'Mend the tag; if it is text: \\<',
    }),
  },
];

/** An error of the MDX parser → a problem. */
export function syntaxProblem(error: Error, file: string): Problem {
  const [, line, column, message = error.message] = /^(\d+):(\d+): (.*)/s.exec(error.message) ?? [];
  const at = {
    file,
    line: line === undefined ? undefined : Number(line),
    column: column === undefined ? undefined : Number(column),
  };
  for (const { pattern, explain } of MESSAGES) {
    const match = pattern.exec(message);
    if (match !== null) return { ...at, ...explain(...match.slice(1)) };
  }
  return {
    ...at,
    title: `This is not MDX: ${message.split('\n')[0]}`,
    remedy: 'A "<" or "{" that is text is written "\\<" or "\\{".',
  };
}

const lower = (text: string): string => text.replace(/^./, first => first.toLowerCase());
