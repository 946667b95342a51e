import { nearest } from '../../core/problems/suggest.ts';
import type { Finding } from './problems-at.ts';

/**
 * @param groups of the pattern
 * @param mark what the pattern found
 * @param labels of all definitions of the article
 */
type Explain = (
  groups: Readonly<Record<string, string | undefined>>,
  mark: string,
  labels: readonly string[],
) => Finding;

/** Callouts by the names that they have elsewhere. */
const CALLOUTS: Readonly<Record<string, string>> = {
  ...{ tip: 'Tip', hint: 'Tip', success: 'Tip', important: 'Warning', warning: 'Warning' },
  ...{ caution: 'Warning', danger: 'Warning', error: 'Warning', attention: 'Warning' },
};

function callout(name = ''): Finding {
  const component = CALLOUTS[name.toLowerCase()] ?? 'Note';
  return {
    title: `A remark is a component here, and "${name}" begins none.`,
    remedy: `With its text and its blank lines:\n<${component}>\n\nThe text.\n\n</${component}>`,
  };
}

const isShown = (mark: string, remedy: string): Finding => ({
  title: `"${mark}" is no mark here: readers would see it as it is written.`,
  remedy,
});

/** The beginning of a line of text, also in a quotation. */
const LINE = String.raw`(?<=^[ \t>]*)`;
const at = (pattern: string): RegExp => new RegExp(LINE + pattern, 'gm');

/**
 * Marks of other dialects of Markdown, each with the nearest right form. The first backslash before a mark
 * makes it text. Patterns see only text: code, addresses and tags are hidden from them.
 */
export const FOREIGN_MARKS: readonly (readonly [pattern: RegExp, explain: Explain])[] = [
  [at(String.raw`\[!(?<name>[A-Za-z]+)\][+-]?`), ({ name }) => callout(name)],
  [at(String.raw`:{3,}[ \t]*(?<name>[A-Za-z]\w*)`), ({ name }) => callout(name)],
  [at(String.raw`(?:!!!|\?\?\?\+?)[ \t]+(?<name>\w+)`), ({ name }) => callout(name)],
  [
    /(?<![\\\w])\[[^[\]\n]*\]\[(?<label>[^[\]\n]*)\]/g,
    ({ label = '' }, mark, labels) => {
      const name = label === '' ? mark.slice(1, -3) : label;
      const near = nearest(name.toLowerCase(), labels);
      const text = mark.slice(0, mark.indexOf(']') + 1);
      return {
        title: `There is no definition of [${visible(name)}].`,
        remedy: near
          ? visible(`${text}[${near}]`)
          : `Define it: [${visible(name)}]: /track/article/; as text: \\[`,
      };
    },
  ],
  [
    /(?<!\\)\[\^(?<label>[^\]\n]+)\]/g,
    ({ label = '' }) => ({ title: `There is no footnote [^${label}].`, remedy: `[^${label}]: Its text.` }),
  ],
  [
    /(?<!\\)!\[[^[\]\n]*\](?![[(])/g,
    (_, mark) => isShown(mark, 'A picture: ![What it shows](./picture.svg)'),
  ],
  [
    new RegExp(
      String.raw`(?<!\\)(?:\[(?<label>[^[\]\n]*))?\](?:\(|[ \t]+\((?=https?:|mailto:|\.{0,2}\/|#))` +
        String.raw`(?<address>[^()\n]*)\)?`,
      'g',
    ),
    ({ label = 'text', address = '' }) => ({
      title: 'This is no link: a blank is before its address or in it.',
      remedy: `[${visible(label)}](${visible(address).trim().replaceAll(/\s+/g, '-') || '/track/article/'})`,
    }),
  ],
  [
    /(?<!\\)\[\[(?<page>[A-Za-z][^[\]\n]*)\]\]/g,
    ({ page = '' }, mark) => isShown(mark, `[${page.split('|').at(-1)}](/track/article/)`),
  ],
  [
    at(String.raw`:[ \t]+(?=\S)`),
    () => isShown(':', '<dl>, <dt>the word</dt>, <dd>what it means</dd>, </dl>'),
  ],
  [
    /(?<![\\=\w<>!+*/-])==(?<text>[^\s=](?:[^=\n]*[^\s=])?)==(?!=)/g,
    ({ text = '' }, mark) => isShown(shortened(mark), `<mark>${visible(text)}</mark>`),
  ],
  [/(?<=\w)(?<!\\)\^(?<text>[\w+-]{1,12})\^(?!\w)/g, ({ text }, mark) => isShown(mark, `<sup>${text}</sup>`)],
  [
    /(?<![\\\w:/]):(?<name>[A-Za-z][\w+-]*):(?![\w:])/g,
    ({ name }, mark) => isShown(mark, `The sign itself, or code: \`${name}\`; as text: \\${mark}`),
  ],
  [
    at(String.raw`\x60{3,}[^\n]*`),
    () => ({
      title: 'The first line of this block holds a backtick, so no block begins here.',
      remedy: 'Begin it with ~~~, and end it with ~~~',
    }),
  ],
  [
    at(String.raw`#{2,6}(?=(?<text>[^\s#][^\n]*))`),
    ({ text = '' }, mark) => isShown(mark, `A heading has a blank there: ${mark} ${visible(text).trim()}`),
  ],
  [
    at(String.raw`\|[^\n]*\|[ \t]*$`),
    () => isShown('|', 'A table has a second line of its own: | --- | --- |'),
  ],
  [at(String.raw`\*\[[^\]\n]+\]:`), (_, mark) => isShown(mark, '<abbr title="In full">IF</abbr>')],
  [
    at(String.raw`\[{1,2}[_\ufffc]?TOC[_\ufffc]?\]{1,2}`),
    (_, mark) => isShown(mark, 'Remove it: each page lists its sections.'),
  ],
];

const visible = (text: string): string => text.replaceAll('\ufffc', '');

const shortened = (mark: string): string => {
  const line = visible(mark).split('\n')[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};
