import { isMap, LineCounter, type Pair, parseDocument, type Scalar, type YAMLError, visit } from 'yaml';
import type { Problem, SourcePosition } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { schemaProblems } from '../../core/problems/schema-message.ts';
import { nearest, suggestion } from '../../core/problems/suggest.ts';
import { frontMatterText } from './front-matter/front-matter-range.ts';
import { type FrontMatter, frontMatterSchema } from './front-matter-schema.ts';

const KEYS = Object.keys(frontMatterSchema.shape);
const TEMPLATE = [
  'Begin it with:',
  '---',
  ...Object.entries(frontMatterSchema.shape).flatMap(([key, schema]) =>
    schema.safeParse(undefined).success ? [] : `${key}: …`,
  ),
  '---',
].join('\n');

/** The front matter of an article, or every problem in it, each at its key or value. */
export function readFrontMatter(source: string, file: string): Result<FrontMatter> {
  const top = { file, line: 1, column: 1 };
  const yaml = frontMatterText(source);
  if (yaml === undefined)
    return /^---[ \t]*\n/.test(source)
      ? fail({ ...top, title: 'The front matter is never closed.', remedy: 'End it with a line "---".' })
      : fail({ ...top, ...missing(source) });
  const { value: map, problems } = parseYaml(yaml, file);
  if (problems !== undefined) return fail(...problems);
  if (map === undefined)
    return fail({ ...top, title: 'The front matter is no list of keys and values.', remedy: TEMPLATE });
  const { data, error } = frontMatterSchema.safeParse(map.data);
  return error === undefined ? succeed(data) : fail(...keyProblems(error, map));
}

/** Why no front matter was found. */
function missing(source: string): Pick<Problem, 'title' | 'remedy'> {
  const [first = '', ...others] = source.split('\n');
  if (/^(?:[-–—]{1,9}|\+{3}|\*{3}|_{3})\s*$/.test(first) && others.some(line => KEY_LINE.test(line)))
    return { title: 'The front matter begins with a line of three hyphens.', remedy: '---' };
  if (/^\s*---[ \t]*\n/.test(source))
    return {
      title: 'The front matter is found only at the very top, and something is above it.',
      remedy: 'Remove what is above its first line, "---".',
    };
  return { title: 'The article has no front matter.', remedy: TEMPLATE };
}

function keyProblems(error: Parameters<typeof schemaProblems>[0], { data, at, written }: YamlMap): Problem[] {
  const misspelled = Object.keys(data).filter(key => !KEYS.includes(key));
  return schemaProblems(error).flatMap(({ kind, path, message, words }): Problem[] => {
    const key = String(path[0]) as keyof FrontMatter;
    const problem = (part: Part, title: string, remedy: string): Problem[] => [
      { ...at(key, part), title, remedy },
    ];
    if (kind === 'unknown key')
      return problem('key', `The front matter has no key "${key}".`, suggestion(key, KEYS));
    if (!Object.hasOwn(data, key)) {
      // A misspelled key is missing too: that is one problem.
      if (misspelled.some(other => nearest(other, KEYS) === key)) return [];
      return problem('key', `The front matter has no ${key}.`, EXAMPLES[key]);
    }
    const value = data[key];
    const meant = typeof value === 'string' ? nearest(value, words) : undefined;
    const remedy =
      meant === undefined ? (meantLine(key, written(key), message) ?? EXAMPLES[key]) : `${key}: ${meant}`;
    const isHidden = (value === null || value === '') && /^[^"'\s]/.test(written(key));
    const title = isHidden
      ? `The text of ${key} begins with "${written(key)[0]}", which is a sign of YAML.`
      : `${key} ${value === null ? 'is empty' : message}.`;
    return problem(isHidden ? 'text' : 'value', title, remedy);
  });
}

/** A right line for each key, to paste. */
const EXAMPLES = {
  title: 'title: "Locks and friends"',
  subtitle: 'subtitle: "What a lock is for"',
  summary: 'summary: "Why two threads need a lock, and what happens without one."',
  level: 'level: Beginner',
  order: 'order: 1',
  group: 'group: "Threads"',
  prerequisites: 'prerequisites: [advanced/gil]',
  seeAlso: 'seeAlso: [advanced/queues]',
  series: 'series: "Concurrency"',
  tags: 'tags: [threads, locks]',
  authors: 'authors: ["Ada Lovelace"]',
  aliases: 'aliases: [/advanced/old-name/]',
  draft: 'draft: true',
  updated: 'updated: 2026-11-22',
} as const satisfies Record<keyof FrontMatter, string>;

/** Keys whose value is no text. */
const LISTS: ReadonlySet<string> = new Set([
  'prerequisites',
  'seeAlso',
  'tags',
  'authors',
  'aliases',
  'draft',
]);

/** The line as it was most likely meant, from what stands behind its key. */
function meantLine(key: keyof FrontMatter, text: string, message: string): string | undefined {
  if (key === 'order')
    return /^["']?[1-9]\d{0,3}["']?$/.test(text)
      ? `order: ${Number.parseInt(text.replace(/\D/, ''), 10)}`
      : undefined;
  if (key === 'updated') return dayOf(text);
  if (LISTS.has(key)) return undefined;
  if (key === 'level' || text === '' || /^["'|>]/.test(text) || !/is (?:empty|not text)/.test(message))
    return undefined;
  return `${key}: ${JSON.stringify(text)}`;
}

/** A day in another form. */
function dayOf(text: string): string | undefined {
  const {
    y,
    m = '',
    d = '',
  } = /^["']?(?<y>\d{4})[./ -](?<m>\d{1,2})[./ -](?<d>\d{1,2})\b/.exec(text)?.groups ??
  /^["']?(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})\b/.exec(text)?.groups ??
  {};
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return frontMatterSchema.shape.updated.safeParse(day).success ? `updated: ${day}` : undefined;
}

/** A key, its value, or the text behind it, which YAML may take for something else. */
type Part = 'key' | 'value' | 'text';

/** Keys and values of YAML, and where they are in their file. */
interface YamlMap {
  readonly data: Readonly<Record<string, unknown>>;
  /** The position of a key or its value; the top of the file if the key is missing. */
  readonly at: (key: string, part: Part) => SourcePosition;
  /** What stands in the line of a key behind its colon. */
  readonly written: (key: string) => string;
}

/** The YAML below the first line of a file → its keys and values; undefined if it is no map. */
function parseYaml(yaml: string, file: string): Result<YamlMap | undefined> {
  const lines = new LineCounter();
  const atOffset = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + 1, column: col };
  };
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const pairs = isMap(document.contents) ? (document.contents.items as Pair<Scalar, Scalar | null>[]) : [];
  const slips = document.errors.length === 0 ? [] : lineSlips(yaml, file);
  if (slips.length > 0) return fail(...slips);
  const starts = pairs.map(({ value }) => value?.range?.[0] ?? 0);
  const problems = document.errors.map((error): Problem => {
    const [end] = error.pos;
    // The parser reports a missing quote where the text ends: we report it where the text begins.
    const offset = error.code === 'MISSING_CHAR' ? Math.max(0, ...starts.filter(start => start <= end)) : end;
    return { ...atOffset(offset), ...inPlainWords(error, yaml, offset) };
  });
  if (problems.length > 0) return fail(...problems);
  visit(document, {
    Alias: (_, { source, range }) => {
      problems.push({
        ...atOffset(range?.[0] ?? 0),
        title: `A text that begins with "*" is the name of another text: there is none called "${source}".`,
        remedy: `Put it into quotes: "*${source}"`,
      });
    },
  });
  if (problems.length > 0) return fail(...problems);
  if (!isMap(document.contents)) return succeed(undefined);
  return succeed({
    data: document.toJS() as YamlMap['data'],
    at: (name, part) => {
      const { key, value } = pairs.find(pair => String(pair.key.value) === name) ?? {};
      const [start] = (part === 'value' ? (value ?? key) : key)?.range ?? [];
      if (start === undefined) return { file, line: 1, column: 1 };
      return atOffset(part === 'text' ? start + yaml.slice(start).search(/(?<=:\s*)[^:\s]/) : start);
    },
    written: name => new RegExp(`^${name}:[ \\t]*(?<text>.*)$`, 'm').exec(yaml)?.groups?.text?.trim() ?? '',
  });
}

/** A line with one of the keys, whatever is around it. */
const KEY_LINE = new RegExp(`^(?<before>\\s*)(?<key>${KEYS.join('|')})(?<sign>\\s*[:=]\\s*)(?<text>.*)$`);

/** Lines that YAML cannot read, and that have a usual slip: each with the line as it was meant. */
function lineSlips(yaml: string, file: string): Problem[] {
  const lines = yaml.split('\n');
  return lines.flatMap((line, index): Problem[] => {
    const { before = '', key, sign = '', text = '' } = KEY_LINE.exec(line)?.groups ?? {};
    const at = (column: number, title: string, remedy: string): Problem[] => [
      { file, line: index + 2, column, title, remedy },
    ];
    if (key === undefined) {
      const above = KEY_LINE.exec(lines[index - 1] ?? '')?.groups;
      if (above === undefined || !/^[^\s#-][^:]*$/.test(line) || /^["'|>]/.test(above.text ?? '')) return [];
      const joined = JSON.stringify(`${above.text} ${line.trim()}`);
      const remedy = `In place of this line and the one above it:\n${above.key}: ${joined}`;
      return at(1, `The text of ${above.key} goes on in a second line.`, remedy);
    }
    const quoted = /^[@`%*[\]{}!&|>,]/.test(text) ? JSON.stringify(text) : text;
    const right = `${key}: ${quoted}`;
    if (before.includes('\t')) return [];
    if (before !== '') return at(1, 'The line begins with a blank: each key begins its line.', right);
    if (!/^:\s/.test(sign))
      return text === '' ? [] : at(1, 'Between a key and its value are a colon and a blank.', right);
    if (quoted === text) return [];
    const title = `The text of ${key} begins with "${text[0]}", which is a sign of YAML.`;
    return at(key.length + sign.length + 1, title, right);
  });
}

/** An error of the YAML parser, for people who write texts, not trees. */
function inPlainWords(
  { code, message }: YAMLError,
  yaml: string,
  offset: number,
): Pick<Problem, 'title' | 'remedy'> {
  const line = yaml.slice(yaml.lastIndexOf('\n', offset - 1) + 1).split('\n')[0] ?? '';
  const { key, text = '' } = /^(?<key>\w+): *(?<text>.*)$/.exec(line)?.groups ?? {};
  if (key !== undefined && code === 'BLOCK_AS_IMPLICIT_KEY')
    return {
      title: `The text of ${key} has a colon and a blank in it, which YAML takes for another key.`,
      remedy: `${key}: ${JSON.stringify(text)}`,
    };
  if (key !== undefined && code === 'MISSING_CHAR' && /^["']/.test(text))
    return {
      title: `The quote that begins the text of ${key} is never closed.`,
      remedy: `${key}: ${text}${text[0]}`,
    };
  if (code === 'DUPLICATE_KEY')
    return { title: `The key "${key ?? line}" is there twice.`, remedy: 'Remove one of them.' };
  if (code === 'TAB_AS_INDENT')
    return { title: 'The line begins with a tab.', remedy: 'Remove it: each key begins its line.' };
  return {
    title: `The front matter is not YAML: ${message.replace(/^./, first => first.toLowerCase())}.`,
    remedy: 'Put texts with signs in them into quotes: title: "A text: with a sign"',
  };
}
