import type { z } from 'zod';
import { type Contract, contractSchema, NAMED_MASKS } from './contract.ts';
import type { Metadata } from './metadata.ts';
import { suggestion } from './nearest.ts';
import type { Problem } from './problem.ts';
import { fail, type Result, succeed } from './result.ts';

type Issue = z.core.$ZodIssue;

/** The contract of every example that declares none: one for all of them. */
const PLAIN: Contract = contractSchema.parse({});

/** Checks the `[tool.verbatim]` table of a metadata block; every mistake is a Problem at the line of its key. */
export function parseContract(metadata: Metadata, source: string, file: string): Result<Contract> {
  if (Object.keys(metadata.tool).length === 0) return succeed(PLAIN);
  const parsed = contractSchema.safeParse(metadata.tool);
  if (!parsed.success) {
    return fail(...parsed.error.issues.flatMap((issue) => describe(issue)).map(({ key, ...problem }) => ({ file, line: lineOf(key, metadata, source), ...problem })));
  }
  const clash = contradiction(parsed.data);
  return clash === undefined ? succeed(parsed.data) : fail({ file, line: lineOf(clash.key, metadata, source), title: clash.title, remedy: clash.remedy });
}

type Described = Pick<Problem, 'title' | 'remedy'> & { readonly key: string };

function describe(issue: Issue): Described[] {
  const key = nameOf(issue.path);
  const top = String(issue.path[0] ?? '');
  if (issue.code === 'unrecognized_keys') {
    const known = top === '' ? Object.keys(contractSchema.shape) : (INNER_KEYS[top] ?? []);
    return issue.keys.map((name) => ({ key: name, title: key === '' ? `[tool.verbatim] has no key "${name}".` : `${key} has no key "${name}".`, remedy: suggestion(name, known) }));
  }
  // A union says only "Invalid input": take what its nearest alternative says, or the list of what is allowed.
  if (issue.code === 'invalid_union') {
    const unknown = issue.errors.flat().find((each) => each.code === 'unrecognized_keys');
    // A key that is misspelt is also one that is missing: one mistake, told once.
    if (unknown !== undefined) return describe({ ...unknown, path: [...issue.path, ...unknown.path] } as Issue);
    const closest = issue.errors.map((issues) => issues as Issue[]).filter((issues) => issues.every((each) => each.code !== 'invalid_type' || each.path.length > 0) && issues.every((each) => each.code !== 'invalid_value')).flat();
    if (closest.length > 0) return closest.flatMap((each) => describe({ ...each, path: [...issue.path, ...each.path] }));
  }
  return [{ key: top, title: `${key} ${complaint(issue)}.`, remedy: EXAMPLES[top] }];
}

/** `elapsed.min`, `mask 2: pattern`: the first of a list is 1 to people. */
function nameOf(path: readonly PropertyKey[]): string {
  const [top, ...inner] = path;
  const [index, ...rest] = inner;
  return typeof index === 'number' ? [`${String(top)} ${index + 1}`, ...rest.map(String)].join(': ') : path.map(String).join('.');
}

function complaint(issue: Issue): string {
  if (issue.code === 'invalid_type') return issue.message.endsWith('received undefined') ? 'is missing' : `is not ${TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small' && (issue.origin === 'string' || issue.origin === 'array')) return 'is empty';
  if (issue.code === 'too_small') return issue.inclusive === false ? `is not above ${issue.minimum}` : `is too small: at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `is too large: at most ${issue.maximum}`;
  if (issue.code === 'invalid_union') return issue.path[0] === 'mask' ? `is neither one of ${Object.keys(NAMED_MASKS).join(', ')} nor { name, pattern }` : 'is neither "exact", "any", { stages = […] } nor { key = … }';
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  return issue.message;
}

/** TOML's types in words. */
const TYPES: Readonly<Record<string, string>> = { int: 'a whole number', number: 'a number', string: 'text', boolean: 'true or false', array: 'a list', object: 'a table', record: 'a table' };

/** Keys that are each right and together say two things. */
function contradiction(contract: Contract): Described | undefined {
  const { raises, exit, elapsed, mask } = contract;
  if (raises !== undefined && exit !== undefined && exit !== 1) {
    return { key: 'exit', title: `An uncaught ${raises} ends Python with exit code 1, not ${exit}.`, remedy: 'Remove exit, or raises.' };
  }
  if (raises !== undefined && contract.stderr === false) {
    return { key: 'stderr', title: 'The traceback of raises is written to stderr, so stderr is part of the output.', remedy: 'Remove stderr = false.' };
  }
  const ranges = [...mask.filter((each) => typeof each === 'object').map((each) => ['mask', each] as const), ['elapsed', elapsed ?? {}] as const];
  const empty = ranges.find(([, { min, max }]) => min !== undefined && max !== undefined && min > max);
  if (empty !== undefined) return { key: empty[0], title: `${empty[0]}: min ${empty[1].min} is above max ${empty[1].max}.`, remedy: EXAMPLES[empty[0]] };
  return undefined;
}

const INNER_KEYS: Readonly<Record<string, readonly string[]>> = {
  order: ['stages', 'key'],
  mask: ['name', 'pattern', 'min', 'max'],
  elapsed: ['min', 'max'],
};

/** A right line for every key, to paste. */
const EXAMPLES: Readonly<Record<string, string>> = {
  order: 'order = "any", or { stages = ["Start *", "Done *"] }, or { key = \'^(\\w+):\' }',
  mask: `mask = ["duration"], or [{ name = "ratio", pattern = '(\\d+\\.\\d+) times', min = 1.2, max = 2.5 }]`,
  exit: 'exit = 1',
  raises: 'raises = "ValueError"',
  stderr: 'stderr = true',
  stdin: 'stdin = "Ada\\n"',
  args: 'args = ["--verbose"]',
  env: 'env = { NAME = "Ada" }',
  timeout: 'timeout = 20',
  elapsed: 'elapsed = { min = 1.9, max = 4.0 }',
  network: 'network = false',
  cores: 'cores = 2',
  optional: 'optional = true',
  title: 'title = "Downloads, one after another"',
};

/** The line of the block that sets a key; the block's first line when it is set by a table header. */
function lineOf(key: string, { block }: Metadata, source: string): number | undefined {
  if (block === undefined) return undefined;
  const lines = source.split('\n').slice(block.first - 1, block.last);
  const name = key.replaceAll(/\W/g, '\\$&');
  // A key at the start of its line, before one that may as well be a word of a text.
  const [own, inner] = [`^# *"?${name}"? *=`, `^#.*\\b${name}"? *=`].map((pattern) => lines.findIndex((line) => new RegExp(pattern).test(line))) as [number, number];
  const index = own === -1 ? inner : own;
  return index === -1 ? block.first : block.first + index;
}
