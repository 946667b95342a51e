import type { Problem } from '../../core/problems/problem.ts';
import { VOID_ELEMENTS } from '../tags/elements.ts';
import { mendedTag } from '../tags/mend-tag.ts';
import { isRegistered } from './component-props.ts';

/** @param tag the text of the article, from the place of the error on */
type Explain = (groups: readonly string[], tag: string) => Pick<Problem, 'title' | 'remedy'>;

/** Tags that enclose nothing. */
const ENCLOSES_NOTHING = new Set([...VOID_ELEMENTS, 'Example', 'Output', 'Timeline']);

/** A tag that is never closed: closed as it was most likely meant, or else as text. */
function unclosed(name: string, tag: string, block?: string): Pick<Problem, 'title' | 'remedy'> {
  const begin = /^<[^>]*>/.exec(tag)?.[0] ?? `<${name}>`;
  const title = `<${name}> is never closed${block === undefined ? '' : ` in its ${block}`}.`;
  if (ENCLOSES_NOTHING.has(name)) return { title, remedy: begin.replace(/\s*>$/, ' />') };
  if (!isRegistered(name) && /^[a-z]/.test(name))
    return { title, remedy: `If it is text, a backslash is before it: \\<${name}>` };
  return { title, remedy: block === undefined ? `</${name}>` : `Close it there: </${name}>` };
}

/** Messages of the parser → plain words, and what to do. The first pattern that matches counts. */
const MESSAGES: readonly (readonly [pattern: RegExp, explain: Explain])[] = [
  [
    /^Expected a closing tag for `<([^`]*)>` \([\d:]+\) before the end of `(\w+)`/,
    ([name = '', block], tag) => unclosed(name, tag, block),
  ],
  [/^Expected a closing tag for `<([^`]*)>`/, ([name = ''], tag) => unclosed(name, tag)],
  [
    /^Unexpected closing tag `<\/([^`]*)>`, expected [^<]*<([^`]*)>` \((\d+)/,
    ([name, open, line]) => ({
      title: `Here ends <${name}>, but the tag that is open is <${open}> (line ${line}).`,
      remedy: `</${open}>`,
    }),
  ],
  [
    /^Unexpected closing tag `<\/([^`]*)>`/,
    ([name]) => ({
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
    ([why]) => ({
      title: `What stands between { and } is no expression of JavaScript: ${lower(why)}.`,
      remedy: 'If it is text: \\{ and \\}',
    }),
  ],
  [/to create a comment in MDX/, () => ({ title: 'MDX has no HTML comments.', remedy: '{/* a comment */}' })],
  [
    /^Unexpected character after `<`/,
    (_, tag) => {
      const { prop, fault, tag: right } = mendedTag(tag) ?? {};
      if (right !== undefined) return { title: `The value of ${prop} has ${fault}.`, remedy: right };
      const isText = !/^<\/?[A-Za-z]/.test(tag);
      return {
        title: 'Here begins a tag that is none: a quote, a brace or its ">" is missing.',
        remedy: isText ? 'If it is text, a backslash is before it: \\<' : 'Mend the tag; if it is text: \\<',
      };
    },
  ],
];

/** An error of the MDX parser → a problem. */
export function syntaxProblem(error: Error, file: string, source: string): Problem {
  const [, line, column, message = error.message] = /^(\d+):(\d+): (.*)/s.exec(error.message) ?? [];
  const number = (text: string | undefined): number | undefined => (text ? Number(text) : undefined);
  const at = { file, line: number(line), column: number(column) };
  const heading = /^[ >]*(?<begin>#{2,6} [^{]*)\{\s*#/.exec(
    source.split('\n')[(at.line ?? 0) - 1] ?? '',
  )?.groups;
  if (heading !== undefined)
    return {
      ...at,
      title: 'The id of a heading is in braces at the end of its line, and nothing is behind it.',
      remedy: `${heading.begin?.trimEnd()} {#own-id}`,
    };
  for (const [pattern, explain] of MESSAGES) {
    const match = pattern.exec(message);
    if (match !== null) return { ...at, ...explain(match.slice(1), textFrom(source, at)) };
  }
  return {
    ...at,
    title: `This is not MDX: ${message.split('\n')[0]}`,
    remedy: 'A "<" or "{" that is text is written "\\<" or "\\{".',
  };
}

/** Characters of a tag that is mended. */
const MAX_TAG = 2000;

/** The text of an article from a position on, as far as a tag may go. */
function textFrom(source: string, { line = 1, column = 1 }: Pick<Problem, 'line' | 'column'>): string {
  const lines = source.split('\n').slice(line - 1, line + 19);
  return lines.join('\n').slice(column - 1, column + MAX_TAG);
}

const lower = (text = ''): string => text.replace(/^./, first => first.toLowerCase());
