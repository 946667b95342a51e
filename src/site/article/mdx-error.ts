import type { Problem } from '../../core/problems/problem.ts';

type Explain = (...groups: string[]) => Pick<Problem, 'title' | 'remedy'>;

/** Messages of the parser → plain words, and what to do. The first pattern that matches counts. */
const MESSAGES: readonly (readonly [pattern: RegExp, explain: Explain])[] = [
  [
    /^Expected a closing tag for `<([^`]*)>` \([\d:]+\) before the end of `(\w+)`/,
    (name = '', block) => ({
      title: `<${name}> is never closed in its ${block}.`,
      remedy: /^(?:br|hr|img|wbr)$/.test(name)
        ? `<${name} />`
        : `Close it there: </${name}>; or, if it encloses nothing: <${name} />`,
    }),
  ],
  [
    /^Expected a closing tag for `<([^`]*)>`/,
    name => ({ title: `<${name}> is never closed.`, remedy: `</${name}>` }),
  ],
  [
    /^Unexpected closing tag `<\/([^`]*)>`, expected [^<]*<([^`]*)>` \((\d+)/,
    (name, open, line) => ({
      title: `Here ends <${name}>, but the tag that is open is <${open}> (line ${line}).`,
      remedy: `</${open}>`,
    }),
  ],
  [
    /^Unexpected closing tag `<\/([^`]*)>`/,
    name => ({
      title: `Here ends <${name}>, which never began.`,
      remedy: `Remove it, or begin it: <${name}>`,
    }),
  ],
  [
    /^Unexpected end of file in expression/,
    () => ({ title: 'A "{" begins an expression, and no "}" ends it.', remedy: 'If it is text: \\{' }),
  ],
  [
    /^Could not parse expression with oxc: (.*?)(?: \(mdx|$)/,
    why => ({
      title: `What stands between { and } is no expression of JavaScript: ${lower(why)}.`,
      remedy: 'If it is text: \\{ and \\}',
    }),
  ],
  [/to create a comment in MDX/, () => ({ title: 'MDX has no HTML comments.', remedy: '{/* a comment */}' })],
  [
    /^Unexpected character after `<`/,
    () => ({
      title: 'Here begins a tag that is none: a quote, a brace or its ">" is missing.',
      remedy: 'Mend the tag; if it is text: \\<',
    }),
  ],
];

/** An error of the MDX parser → a problem. */
export function syntaxProblem(error: Error, file: string): Problem {
  const [, line, column, message = error.message] = /^(\d+):(\d+): (.*)/s.exec(error.message) ?? [];
  const number = (text: string | undefined): number | undefined => (text ? Number(text) : undefined);
  const at = { file, line: number(line), column: number(column) };
  for (const [pattern, explain] of MESSAGES) {
    const match = pattern.exec(message);
    if (match !== null) return { ...at, ...explain(...match.slice(1)) };
  }
  return {
    ...at,
    title: `This is not MDX: ${message.split('\n')[0]}`,
    remedy: 'A "<" or "{" that is text is written "\\<" or "\\{".',
  };
}

const lower = (text = ''): string => text.replace(/^./, first => first.toLowerCase());
