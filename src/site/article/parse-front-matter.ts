import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { schemaMessage } from '../../core/problems/schema-message.ts';
import { nearest, suggestion } from '../../core/problems/suggest.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { type FrontMatter, frontMatterSchema } from './front-matter-schema.ts';

/** The lines between two `---` at the very beginning. */
const FENCED = /^---[ \t]*\n(?<yaml>(?:.*\n)*?)---[ \t]*(?:\n|$)/;
const KEYS = Object.keys(frontMatterSchema.shape);

/** The front matter of an article as it is written, between its `---`; all of the article where it has none that is closed. */
export function frontMatterText(source: string): string {
  return FENCED.exec(source)?.[0] ?? source;
}

type Fault = Omit<Problem, 'file'>;

/** The front matter of an article, or every mistake in it, each at the line and the column of its key or value. */
export function readFrontMatter(source: string, file: string): Result<FrontMatter> {
  const { value, problems } = parse(source);
  if (problems !== undefined) return fail(...problems.map(fault => ({ ...fault, file })));
  const parsed = frontMatterSchema.safeParse(value.data);
  return parsed.success
    ? succeed(parsed.data)
    : fail(
        ...parsed.error.issues.flatMap(issue => describe(issue, value)).map(fault => ({ file, ...fault })),
      );
}

/** YAML with the places of its keys and values in the article. */
interface Parsed {
  readonly data: Readonly<Record<string, unknown>>;
  readonly placeOf: (key: string, part: 'key' | 'value') => Pick<Problem, 'line' | 'column'>;
}

const TEMPLATE = `Begin it with:\n---\n${KEYS.filter(key => key !== 'subtitle')
  .map(key => `${key}: …`)
  .join('\n')}\n---`;

function parse(source: string): Result<Parsed> {
  const yaml = FENCED.exec(source)?.groups?.yaml;
  if (yaml === undefined) {
    return /^---[ \t]*\n/.test(source)
      ? fail({
          file: '',
          line: 1,
          column: 1,
          title: 'The front matter is never closed.',
          remedy: 'End it with a line "---".',
        })
      : fail({ file: '', line: 1, column: 1, title: 'The article has no front matter.', remedy: TEMPLATE });
  }
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  // Its first line is the second of the file.
  const at = (offset: number): Pick<Problem, 'line' | 'column'> => ({
    line: lines.linePos(offset).line + 1,
    column: lines.linePos(offset).col,
  });
  if (document.errors.length > 0)
    return fail(
      ...document.errors.map(({ code, message, pos: [end] }): Problem => {
        // A quote that is missing is told where its text begins, not where the parser gave up.
        const offset = code === 'MISSING_CHAR' ? beginOfText(document, end) : end;
        return { file: '', ...at(offset), ...yamlFault(code, message, yaml, offset) };
      }),
    );
  const aliases: Problem[] = [];
  visit(document, {
    Alias: (_, { source, range }) =>
      void aliases.push({
        file: '',
        ...at(range?.[0] ?? 0),
        title: `A text that begins with "*" is for YAML another text's name: there is none called "${source}".`,
        remedy: `Put it into quotes: "*${source}"`,
      }),
  });
  if (aliases.length > 0) return fail(...aliases);
  if (!isMap(document.contents))
    return fail({
      file: '',
      line: 1,
      column: 1,
      title: 'The front matter is no list of keys and values.',
      remedy: TEMPLATE,
    });
  return succeed({
    data: document.toJS() as Parsed['data'],
    placeOf: (key, part) => placeOf(document, key, part, at),
  });
}

/** Where the last value begins that begins before an offset. */
function beginOfText({ contents }: Document, end: number): number {
  const starts = isMap(contents)
    ? contents.items.map(({ value }) => (value as Node | null)?.range?.[0] ?? 0)
    : [];
  return Math.max(0, ...starts.filter(start => start <= end));
}

function placeOf(
  { contents }: Document,
  key: string,
  part: 'key' | 'value',
  at: (offset: number) => Pick<Problem, 'line' | 'column'>,
): Pick<Problem, 'line' | 'column'> {
  const pair = isMap(contents)
    ? contents.items.find(item => isScalar(item.key) && String(item.key.value) === key)
    : undefined;
  const [start] =
    ((part === 'value' && pair?.value ? pair.value : pair?.key) as Node | undefined)?.range ?? [];
  // A key that is missing belongs between the lines.
  return start === undefined ? { line: 1, column: 1 } : at(start);
}

function describe(issue: z.core.$ZodIssue, { data, placeOf: where }: Parsed): Fault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({
      ...where(key, 'key'),
      title: `The front matter has no key "${key}".`,
      remedy: suggestion(key, KEYS),
    }));
  const key = String(issue.path[0]);
  // A key that is misspelt is also one that is missing: one mistake, told once.
  if (
    !Object.hasOwn(data, key) &&
    Object.keys(data).some(other => !KEYS.includes(other) && nearest(other, KEYS) === key)
  )
    return [];
  if (!Object.hasOwn(data, key))
    return [
      {
        ...where(key, 'key'),
        title: `The front matter has no ${key}.`,
        remedy: EXAMPLES[key as keyof FrontMatter],
      },
    ];
  const written = data[key];
  const meant =
    issue.code === 'invalid_value' && typeof written === 'string'
      ? nearest(written, issue.values.map(String))
      : undefined;
  return [
    {
      ...where(key, 'value'),
      title: `${key} ${written === null ? 'is empty' : schemaMessage(issue)}.`,
      remedy: meant === undefined ? EXAMPLES[key as keyof FrontMatter] : `${key}: ${meant}`,
    },
  ];
}

/** A right line for each key, to paste. */
const EXAMPLES = {
  title: 'title: "Locks and friends"',
  subtitle: 'subtitle: "One line under the title"',
  summary: 'summary: "One or two sentences for the reader who decides whether to read on."',
  level: 'level: Beginner',
  order: 'order: 1',
  updated: 'updated: 2026-11-22',
} as const satisfies Record<keyof FrontMatter, string>;

/** An error of the YAML parser in the words of those who write texts, not trees. */
function yamlFault(
  code: string,
  message: string,
  yaml: string,
  offset: number,
): Pick<Fault, 'title' | 'remedy'> {
  const line = yaml.slice(yaml.lastIndexOf('\n', offset - 1) + 1).split('\n')[0] ?? '';
  const [, key = '', text = ''] = /^(\w+): *(.*)$/.exec(line) ?? [];
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && key !== '')
    return {
      title: `The text of ${key} has a colon and a blank in it, which YAML takes for another key.`,
      remedy: `${key}: ${JSON.stringify(text)}`,
    };
  if (code === 'MISSING_CHAR' && /^["']/.test(text))
    return {
      title: `The quote that begins the text of ${key} is never closed.`,
      remedy: `${key}: ${text}${text[0]}`,
    };
  if (code === 'DUPLICATE_KEY')
    return {
      title: `The key ${key === '' ? '' : `"${key}" `}is there twice.`,
      remedy: 'Remove one of them.',
    };
  if (code === 'TAB_AS_INDENT')
    return { title: 'The line begins with a tab.', remedy: 'Remove it: each key begins its line.' };
  return {
    title: `The front matter is not YAML: ${message.replace(/^./, first => first.toLowerCase())}.`,
    remedy: 'Put texts with signs in them into quotes: title: "A text: with a sign"',
  };
}
