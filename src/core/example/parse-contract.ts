import { z } from 'zod';
import { CONTRACT_ENTRIES, CONTRACT_KEYS, contractSchema } from '../contract/contract-schema.ts';
import type { Contradiction } from '../contract/tables/contradictions.ts';
import { exampleLines, oneOf } from './lost-keys.ts';
import { keyLine, mendedLine } from './mend/key-line.ts';
import { type Metadata, positionOfKey } from './metadata.ts';
import type { SourcePosition } from '../problems/problem.ts';
import { type SchemaProblem, schemaProblems } from '../problems/schema-message.ts';
import { nearest, suggestion } from '../problems/suggest.ts';
import { positionInTable } from './variant-tables.ts';
import { fail, type Result, succeed } from '../problems/result.ts';

type Table = Metadata['tool'];
/** Mistakes of one block that are reported at once. */
const MAX_PROBLEMS = 20;

type KeyProblem = Contradiction &
  Partial<Omit<SourcePosition, 'file'>> & {
    readonly key: string;
    /** Which table of variants has the key, from 0. */
    readonly variant?: number | undefined;
  };

/** A contract with the tables of its variants. */
export type ContractTables = z.output<typeof contractSchema>;

/** Checks the `[tool.verbatim]` table of a block; every mistake is a problem at the line of its key. */
export function parseContract(metadata: Metadata, source: string, file: string): Result<ContractTables> {
  const { data, error } = contractSchema.safeParse(metadata.tool);
  const problems =
    data === undefined
      ? schemaProblems(error).map(problem => describe(problem, metadata, source))
      : contradictions(data);
  if (data !== undefined && problems.length === 0) return succeed(data);
  return fail(
    ...problems.slice(0, MAX_PROBLEMS).map(({ key, variant, ...problem }) => {
      const position =
        variant === undefined
          ? positionOfKey(key, { metadata, source })
          : positionInTable({ metadata, source }, variant, key);
      return { file, ...position, ...problem };
    }),
  );
}

function describe(
  { kind, path, message, words }: SchemaProblem,
  metadata: Metadata,
  source: string,
): KeyProblem {
  const key = String(path[0]) as keyof ContractTables;
  const [variant] = key === 'variant' ? path.slice(1).map(Number) : [];
  if (kind === 'wrong value') {
    const value = path.reduce<unknown>(
      (table, step) => (table as Table | undefined)?.[String(step)],
      metadata.tool,
    );
    const word = typeof value === 'string' ? nearest(value, words) : undefined;
    const own = variant === undefined ? path : path.slice(2);
    const inner = String(own[0]);
    const block = { metadata, source };
    const outer =
      variant === undefined ? positionOfKey(inner, block) : positionInTable(block, variant, inner);
    const lines = source.split('\n').slice(0, metadata.block?.last);
    const place = keyLine(own, lines, outer ?? { line: 1, column: 1 });
    const written = JSON.stringify(value);
    const line = word === undefined ? undefined : place.text.replace(written, () => JSON.stringify(word));
    const remedy =
      line === undefined || line === place.text
        ? (mendedLine(own, value, place) ?? oneOf(linesFor(inner)))
        : `Did you mean "${word}"?\n${line}`;
    return { key: inner, variant, ...place.at, title: `${nameOf(path)} ${message}.`, remedy };
  }
  const name = String(path.at(-1));
  const [table, keys] =
    path.length === 1
      ? ['[tool.verbatim]', Object.keys(CONTRACT_KEYS)]
      : [nameOf(path.slice(0, -1)), keysIn(schemaAt(path.slice(1, -1), CONTRACT_KEYS[key].schema))];
  return { key: name, variant, title: `${table} has no key "${name}".`, remedy: suggestion(name, keys) };
}

/** `elapsed.min`, `mask 2: pattern`, `outcomes.table 2`: the first of a list is 1 to people. */
function nameOf(path: readonly PropertyKey[]): string {
  const listed = path.findIndex(step => typeof step === 'number');
  if (listed === -1) return path.map(String).join('.');
  const list = `${path.slice(0, listed).join('.')} ${Number(path[listed]) + 1}`;
  return [list, ...path.slice(listed + 1).map(String)].join(': ');
}

/** Right values of the keys that only a variant has. */
const VARIANT_EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  name: ['"without the lock"'],
  remove: ['"with lock:"'],
  replace: ['{ "exact text" = "other text" }'],
  lines: ['"12-14"'],
  recorded: ['false'],
};

/** Lines to paste for a key, each right. */
function linesFor(key: string): readonly string[] {
  const own = Object.hasOwn(VARIANT_EXAMPLES, key) ? VARIANT_EXAMPLES[key] : undefined;
  return own?.map(each => `# ${key} = ${each}`) ?? exampleLines(key);
}

type JSONSchema = z.core.JSONSchema.JSONSchema;

/** The schema of a value inside of another; that of the whole, if the path leads into an alternative. */
function schemaAt(path: readonly PropertyKey[], schema: z.ZodType): JSONSchema {
  const whole = z.toJSONSchema(schema, { io: 'input' });
  let found: JSONSchema | undefined = whole;
  for (const step of path) {
    const inner: unknown = typeof step === 'number' ? found?.items : found?.properties?.[String(step)];
    found = typeof inner === 'object' && inner !== null ? (inner as JSONSchema) : undefined;
  }
  return found ?? whole;
}

/** Names of the keys of the tables that a value may be or hold. */
function keysIn({ properties = {}, anyOf = [], items, additionalProperties }: JSONSchema): string[] {
  const inner = [...anyOf, ...[items ?? [], additionalProperties ?? []].flat()];
  return [
    ...Object.keys(properties),
    ...inner.flatMap(schema => (typeof schema === 'object' ? keysIn(schema) : [])),
  ];
}

/** Keys that are each right, and contradict each other. */
export function contradictions(contract: Readonly<Record<string, unknown>>): KeyProblem[] {
  return CONTRACT_ENTRIES.flatMap(([key, entry]) => {
    const value = contract[key];
    const found =
      value === undefined || value === null ? [] : (entry.contradictions?.(value, contract) ?? []);
    return found.map(({ title, remedy = oneOf(exampleLines(key)), inner = key }) => ({
      key: inner,
      title,
      remedy,
    }));
  });
}
