/** Text that is itself in Markdown, wherever it is: words and numbers, with single signs inside. */
const PLAIN = /^[+-]?[A-Za-z0-9]+(?:[ .,%/+-][A-Za-z0-9]+)*%?$/;
/** What ends a code span, a line, or a cell of a table; and blanks that a code span loses. */
const NOT_IN_CODE = /[`\n|]|^ | $|^$/;

/** The tag that quotes a value: what is between its tags is this text, whatever characters it has. */
export function valueTag(props: Readonly<Record<string, string | undefined>>, text: string): string {
  const written = Object.entries(props).flatMap(([name, value]) =>
    value === undefined ? [] : [` ${name}=${attribute(value)}`],
  );
  return `<Value${written.join('')}>${asMarkdown(text)}</Value>`;
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
