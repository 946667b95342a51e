import { z } from 'zod';
import {
  type Contract,
  CONTRACT_ENTRIES,
  CONTRACT_KEYS,
  contractSchema,
  type Contradiction,
} from '../contract/contract-schema.ts';
import { exampleLines, oneOf } from './lost-keys.ts';
import { type Metadata, positionOfKey } from './metadata.ts';
import type { SourcePosition } from '../problems/problem.ts';
import { type SchemaProblem, schemaProblems } from '../problems/schema-message.ts';
import { nearest, suggestion } from '../problems/suggest.ts';
import { fail, type Result, succeed } from '../problems/result.ts';
import { mendedPattern } from '../text/pattern.ts';

type Table = Metadata['tool'];
/** Mistakes of one block that are reported at once. */
const MAX_PROBLEMS = 20;

type KeyProblem = Contradiction & Partial<Omit<SourcePosition, 'file'>> & { readonly key: string };

/** Checks the `[tool.verbatim]` table of a block; every mistake is a problem at the line of its key. */
export function parseContract(metadata: Metadata, source: string, file: string): Result<Contract> {
  const { data, error } = contractSchema.safeParse(metadata.tool);
  const problems =
    data === undefined
      ? schemaProblems(error).map(problem => describe(problem, metadata, source))
      : contradictions(data);
  if (data !== undefined && problems.length === 0) return succeed(data);
  return fail(
    ...problems
      .slice(0, MAX_PROBLEMS)
      .map(({ key, ...problem }) => ({ file, ...positionOfKey(key, { metadata, source }), ...problem })),
  );
}

function describe(
  { kind, path, message, words }: SchemaProblem,
  metadata: Metadata,
  source: string,
): KeyProblem {
  const key = String(path[0]) as keyof Contract;
  if (kind === 'wrong value') {
    const value = path.reduce<unknown>(
      (table, step) => (table as Table | undefined)?.[String(step)],
      metadata.tool,
    );
    const place = placeOf(path, { metadata, source });
    const word = typeof value === 'string' ? nearest(value, words) : undefined;
    const written = JSON.stringify(value);
    const line = word === undefined ? undefined : place.text.replace(written, () => JSON.stringify(word));
    const remedy =
      line === undefined || line === place.text
        ? mended(path, value, place.text)
        : `Did you mean "${word}"?\n${line}`;
    return { key, ...place.at, title: `${nameOf(path)} ${message}.`, remedy };
  }
  const name = String(path.at(-1));
  const [table, keys] =
    path.length === 1
      ? ['[tool.verbatim]', Object.keys(CONTRACT_KEYS)]
      : [nameOf(path.slice(0, -1)), keysIn(z.toJSONSchema(CONTRACT_KEYS[key].schema, { io: 'input' }))];
  return { key: name, title: `${table} has no key "${name}".`, remedy: suggestion(name, keys) };
}

/** A right value of each key that is inside of another one. */
const INNER: Readonly<Record<string, string>> = {
  name: '"ratio"',
  pattern: String.raw`'(\d+\.\d+) times'`,
  min: '1.2',
  max: '2.5',
  stages: '["Start *", "Done *"]',
  key: String.raw`'^(\w+):'`,
};

/** The line with a right value in the place of a wrong one, or else lines of which one may be meant. */
function mended([top, ...inner]: readonly PropertyKey[], value: unknown, line: string): string {
  const name = String(inner.findLast(step => typeof step === 'string') ?? '');
  const right = rightValue(name, value) ?? INNER[name];
  const pattern = new RegExp(
    `(?<=\\b${name} *= *)(?:"(?:[^"\\\\]|\\\\.)*"|'[^']*'|\\[[^\\]]*\\]|[^\\s,}\\]]+)`,
  );
  if (name !== '' && right !== undefined) {
    if (pattern.test(line)) return line.replace(pattern, () => right);
    if (/^# *\[\[/.test(line)) return `Below this line:\n# ${name} = ${right}`;
  }
  return oneOf(exampleLines(String(top)));
}

/** The value that was most likely meant: a number without its quotes, a pattern that RE2 takes. */
function rightValue(name: string, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (name === 'min' || name === 'max') return /^\d+(?:\.\d+)?$/.test(value) ? value : undefined;
  const right = name === 'pattern' || name === 'key' ? mendedPattern(value, name === 'key') : undefined;
  return right === undefined || right.includes("'") ? undefined : `'${right}'`;
}

/** The line that sets a key, also one inside of another; and where in it. */
function placeOf(
  [top, ...inner]: readonly PropertyKey[],
  { metadata, source }: { readonly metadata: Metadata; readonly source: string },
): { readonly text: string; readonly at?: Omit<SourcePosition, 'file'> | undefined } {
  const outer = positionOfKey(String(top), { metadata, source });
  if (outer === undefined) return { text: '' };
  const lines = source.split('\n').slice(0, metadata.block?.last);
  const text = (line: number): string => lines[line - 1] ?? '';
  const name = inner.findLast(step => typeof step === 'string');
  const isHeader = (line: string): boolean => new RegExp(`^# *\\[\\[ *tool\\.verbatim\\.${String(top)} *\\]\\]`).test(line);
  const headers = lines.flatMap((line, index) => (isHeader(line) ? [index] : []));
  const header = typeof inner[0] === 'number' ? headers[inner[0]] : undefined;
  if (header === undefined) {
    if (name === undefined) return { text: text(outer.line), at: outer };
    const index = lines.findIndex((line, at) => at >= outer.line - 1 && new RegExp(`\\b${String(name)} *=`).test(line));
    if (index === -1) return { text: text(outer.line), at: outer };
    const column = (lines[index] as string).search(new RegExp(`\\b${String(name)} *=`)) + 1;
    return { text: text(index + 1), at: { line: index + 1, column } };
  }
  const end = lines.findIndex((line, at) => at > header && /^# *\[/.test(line));
  const index = lines.findIndex(
    (line, at) => at > header && (end === -1 || at < end) && new RegExp(`^# *${String(name)} *=`).test(line),
  );
  const line = (index === -1 ? header : index) + 1;
  return { text: text(line), at: { line, column: 3 } };
}

/** `elapsed.min`, `mask 2: pattern`: the first of a list is 1 to people. */
function nameOf(path: readonly PropertyKey[]): string {
  const [top, index, ...inner] = path;
  return typeof index === 'number'
    ? [`${String(top)} ${index + 1}`, ...inner.map(String)].join(': ')
    : path.map(String).join('.');
}

/** Names of the keys of the tables that a value may be or hold. */
function keysIn({ properties = {}, anyOf = [], items }: z.core.JSONSchema.JSONSchema): string[] {
  const inner = [...anyOf, ...(items === undefined ? [] : [items].flat())];
  return [
    ...Object.keys(properties),
    ...inner.flatMap(schema => (typeof schema === 'object' ? keysIn(schema) : [])),
  ];
}

/** Keys that are each right, and contradict each other. */
function contradictions(contract: Contract): KeyProblem[] {
  return CONTRACT_ENTRIES.flatMap(([key, entry]) => {
    const value = contract[key];
    const found = value === undefined ? [] : (entry.contradictions?.(value, contract) ?? []);
    return found.map(({ title, remedy = oneOf(exampleLines(key)), inner = key }) => ({ key: inner, title, remedy }));
  });
}
