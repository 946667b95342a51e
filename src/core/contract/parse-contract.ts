import type { z } from 'zod';
import { complaint } from '../problems/schema-message.ts';
import { type Contract, contractSchema, NAMED_MASKS } from './contract-schema.ts';
import type { Metadata } from '../metadata/parse-metadata.ts';
import { placeOfKey } from '../metadata/metadata-position.ts';
import { nearest, suggestion } from '../problems/suggest.ts';
import type { Problem } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';

type Issue = z.core.$ZodIssue;

/** The contract of every example that declares none: one for all of them. */
const PLAIN: Contract = contractSchema.parse({});

/** Checks the `[tool.verbatim]` table of a metadata block; every mistake is a Problem at the line of its key. */
export function parseContract(metadata: Metadata, source: string, file: string): Result<Contract> {
  if (Object.keys(metadata.tool).length === 0) return succeed(PLAIN);
  const placed = ({ key, ...problem }: Described): Problem => ({
    file,
    ...placeOfKey(key, metadata, source),
    ...problem,
  });
  const parsed = contractSchema.safeParse(metadata.tool);
  if (!parsed.success) {
    const { issues } = parsed.error;
    // A table with a key that is misspelt says less than it was to say: one mistake, told once.
    const told = issues.filter(
      issue =>
        issue.code !== 'custom' ||
        !issues.some(other => other.code === 'unrecognized_keys' && other.path.join() === issue.path.join()),
    );
    return fail(...told.flatMap(issue => describe(issue, metadata.tool)).map(placed));
  }
  const clashes = contradictions(parsed.data);
  return clashes.length === 0 ? succeed(parsed.data) : fail(...clashes.map(placed));
}

type Described = Pick<Problem, 'title' | 'remedy'> & { readonly key: string };

function describe(issue: Issue, tool: Metadata['tool']): Described[] {
  const key = nameOf(issue.path);
  const top = String(issue.path[0] ?? '');
  if (issue.code === 'unrecognized_keys') {
    const known = top === '' ? Object.keys(contractSchema.shape) : (INNER_KEYS[top] ?? []);
    return issue.keys.map(name => ({
      key: name,
      title: key === '' ? `[tool.verbatim] has no key "${name}".` : `${key} has no key "${name}".`,
      remedy: suggestion(name, known),
    }));
  }
  // A union says only "Invalid input": take what its nearest alternative says, or the list of what is allowed.
  if (issue.code === 'invalid_union') {
    const unknown = issue.errors.flat().find(each => each.code === 'unrecognized_keys');
    // A key that is misspelt is also one that is missing: one mistake, told once.
    if (unknown !== undefined)
      return describe({ ...unknown, path: [...issue.path, ...unknown.path] } as Issue, tool);
    const closest = issue.errors
      .map(issues => issues as Issue[])
      .filter(
        issues =>
          issues.every(each => each.code !== 'invalid_type' || each.path.length > 0) &&
          issues.every(each => each.code !== 'invalid_value'),
      )
      .flat();
    if (closest.length > 0)
      return closest.flatMap(each => describe({ ...each, path: [...issue.path, ...each.path] }, tool));
  }
  return [{ key: top, title: `${key} ${refused(issue)}.`, remedy: `${meant(issue, tool)}${EXAMPLES[top]}` }];
}

/** `elapsed.min`, `mask 2: pattern`: the first of a list is 1 to people. */
function nameOf(path: readonly PropertyKey[]): string {
  const [top, ...inner] = path;
  const [index, ...rest] = inner;
  return typeof index === 'number'
    ? [`${String(top)} ${index + 1}`, ...rest.map(String)].join(': ')
    : path.map(String).join('.');
}

/** What a union refused: it says only "Invalid input", or lists what is allowed. */
function refused(issue: Issue): string {
  if (issue.code !== 'invalid_union') return complaint(issue);
  return issue.path[0] === 'mask'
    ? `is none of ${Object.keys(NAMED_MASKS).join(', ')}, nor { name, pattern }`
    : 'is neither "exact", "any", { stages = […] } nor { key = … }';
}

/** The nearest of the words that may stand there, in front of the line to paste. */
function meant(issue: Issue, tool: Metadata['tool']): string {
  const written = issue.path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
    tool,
  );
  const words = issue.path[0] === 'mask' ? Object.keys(NAMED_MASKS) : ['exact', 'any'];
  const word =
    issue.code === 'invalid_union' && typeof written === 'string' ? nearest(written, words) : undefined;
  return word === undefined ? '' : `Did you mean "${word}"? `;
}

/** Keys that are each right and together say two things. */
function contradictions({ raises, exit, stderr, elapsed, mask }: Contract): Described[] {
  const found: Described[] = [];
  if (raises !== undefined && exit !== undefined && exit !== 1)
    found.push({
      key: 'exit',
      title: `An uncaught ${raises} ends Python with exit code 1, not ${exit}.`,
      remedy: 'Remove exit, or raises.',
    });
  if (raises !== undefined && stderr === false)
    found.push({
      key: 'stderr',
      title: 'The traceback of raises is written to stderr, so stderr is part of the output.',
      remedy: 'Remove stderr = false.',
    });
  const ranges = [
    ...mask.filter(each => typeof each === 'object').map(each => ['mask', each] as const),
    ['elapsed', elapsed ?? {}] as const,
  ];
  for (const [key, { min, max }] of ranges)
    if (min !== undefined && max !== undefined && min > max)
      found.push({ key, title: `${key}: min ${min} is above max ${max}.`, remedy: EXAMPLES[key] });
  return found;
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
