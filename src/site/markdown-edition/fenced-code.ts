/** Facts in the info string of a fence, like attributes of a `<pre>`: `output=basics/greeting stream=out`. */
export type FenceFacts = Readonly<Record<string, string | boolean | undefined>>;

/** Marks a text whose last line has no line feed: the fence needs one. */
const OPEN_END = 'no-final-newline';

/** A text → a fenced block that holds every character of it. Its fences are longer than any in the text. */
export function fenced(language: string, facts: FenceFacts, text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  const closed = text === '' || text.endsWith('\n');
  const info = Object.entries({ ...facts, [OPEN_END]: !closed })
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? name : `${name}=${value}`));
  return `${fence}${[language, ...info].join(' ')}\n${text}${closed ? '' : '\n'}${fence}`;
}
