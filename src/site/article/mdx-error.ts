import type { Problem } from '../../core/problems/problem.ts';

/** What the parser says → the same in plain words, and what to do. */
const WORDS: readonly {
  readonly says: RegExp;
  readonly tell: (...parts: string[]) => Pick<Problem, 'title' | 'remedy'>;
}[] = [
  {
    says: /^Expected a closing tag for `<(?<name>[^`]*)>` \([\d:]+\) before the end of `(?<block>\w+)`/,
    tell: (name = '', block = '') => ({
      title: `<${name}> is never closed in its ${block}.`,
      remedy: /^(?:br|hr|img|wbr)$/.test(name)
        ? `<${name} />`
        : `Close it there: </${name}>; or, if it encloses nothing: <${name} />`,
    }),
  },
  {
    says: /^Expected a closing tag for `<(?<name>[^`]*)>`/,
    tell: (name = '') => ({ title: `<${name}> is never closed.`, remedy: `</${name}>` }),
  },
  {
    says: /^Unexpected closing tag `<\/(?<name>[^`]*)>`, expected corresponding closing tag for `<(?<open>[^`]*)>` \((?<line>\d+)/,
    tell: (name = '', open = '', line = '') => ({
      title: `Here ends <${name}>, but the tag that is open is <${open}> (line ${line}).`,
      remedy: `</${open}>`,
    }),
  },
  {
    says: /^Unexpected closing tag `<\/(?<name>[^`]*)>`/,
    tell: (name = '') => ({
      title: `Here ends <${name}>, which never began.`,
      remedy: `Remove it, or begin it: <${name}>`,
    }),
  },
  {
    says: /^Unexpected end of file in expression/,
    tell: () => ({ title: 'A "{" begins an expression, and no "}" ends it.', remedy: 'If it is text: \\{' }),
  },
  {
    says: /^Could not parse expression with oxc: (?<why>.*?)(?: \(mdx|$)/,
    tell: (why = '') => ({
      title: `What stands between { and } is no expression of JavaScript: ${lower(why)}.`,
      remedy: 'If it is text: \\{ and \\}',
    }),
  },
  {
    says: /^Could not parse esm with oxc: (?<why>.*?)(?: \(mdx|$)/,
    tell: (why = '') => ({
      title: `A line that begins with "import" or "export" is JavaScript, and this is none: ${lower(why)}.`,
      remedy: 'For example: import { threads } from "./threads.ts"',
    }),
  },
  {
    says: /to create a comment in MDX/,
    tell: () => ({ title: 'MDX has no HTML comments.', remedy: '{/* a comment */}' }),
  },
  {
    says: /^Unexpected character after `<`/,
    tell: () => ({
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
  for (const { says, tell } of WORDS) {
    const match = says.exec(message);
    if (match !== null) return { ...at, ...tell(...match.slice(1)) };
  }
  return {
    ...at,
    title: `This is not MDX: ${message.split('\n')[0]}`,
    remedy: 'A "<" or "{" that is text is written "\\<" or "\\{".',
  };
}

const lower = (text: string): string => text.replace(/^./, first => first.toLowerCase());
