/** Text that is itself in Markdown, wherever it is: words and numbers, with single signs inside. */
const PLAIN = /^[+-]?[A-Za-z0-9]+(?:[ .,%/+-][A-Za-z0-9]+)*%?$/;
/** What ends a code span, a line, or a cell of a table; and blanks that a code span loses. */
const NOT_IN_CODE = /[`\n|]|^ | $|^$/;

/** Props of a tag to paste, in the order in which they are written; what is undefined is left out. */
export type TagProps = Readonly<Record<string, string | number | undefined>>;

/** A tag to paste: what is between its tags is this text, whatever characters it has. */
export function quotingTag(name: 'Value' | 'Ratio', props: TagProps, text: string): string {
  const attributes = Object.entries(props).flatMap(([prop, value]) => {
    if (value === undefined) return [];
    return [` ${prop}=${typeof value === 'number' ? `{${value}}` : attribute(value)}`];
  });
  return `<${name}${attributes.join('')}>${asMarkdown(text)}</${name}>`;
}

function attribute(text: string): string {
  const escaped = text.replaceAll('&', '&amp;');
  if (!text.includes('"')) return `"${escaped}"`;
  return text.includes("'") ? `"${escaped.replaceAll('"', '&quot;')}"` : `'${escaped}'`;
}

function asMarkdown(text: string): string {
  if (PLAIN.test(text) && !/^www\./i.test(text)) return text;
  if (!NOT_IN_CODE.test(text)) return `\`${text}\``;
  return text.replaceAll(/[^A-Za-z0-9 ]|^ | (?= |$)/gu, sign => `&#${sign.codePointAt(0)};`);
}
