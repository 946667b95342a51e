import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What a schema refuses in a value. */
export interface SchemaProblem {
  readonly kind: 'unknown key' | 'wrong value';
  /** Keys of tables, and positions in lists from 0, from the top. An unknown key is the last one. */
  readonly path: readonly PropertyKey[];
  /** The end of a sentence that begins with the name of the value: `is not a number`. */
  readonly message: string;
  /** The words that the schema takes at this place, if it takes words. */
  readonly words: readonly string[];
}

/** The answer of a schema → everything that it refuses, each mistake once. */
export function schemaProblems(error: z.ZodError | undefined): readonly SchemaProblem[] {
  const issues = error?.issues ?? [];
  const unknownKeyIn = new Set(
    issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => path.join()),
  );
  // A table with a misspelled key often lacks the key that was meant: that is one mistake.
  return issues
    .filter(({ code, path }) => code !== 'custom' || !unknownKeyIn.has(path.join()))
    .flatMap(issue => problemsOf(issue, issue.path));
}

function problemsOf(issue: Issue, path: readonly PropertyKey[]): SchemaProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => {
      return { kind: 'unknown key', path: [...path, key], message: 'is unknown', words: [] };
    });
  const inner = issue.code === 'invalid_union' ? closestAlternative(issue.errors) : [];
  if (inner.length > 0) return inner.flatMap(each => problemsOf(each, [...path, ...each.path]));
  return [{ kind: 'wrong value', path, message: schemaMessage(issue), words: wordsOf(issue) }];
}

/** What the nearest alternative of a union refuses; nothing if the value is like none of them. */
function closestAlternative(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  const unknown = alternatives.flat().find(({ code }) => code === 'unrecognized_keys');
  if (unknown !== undefined) return [unknown];
  const isOfOtherKind = ({ code, path }: Issue): boolean =>
    code === 'invalid_value' || (code === 'invalid_type' && path.length === 0);
  return alternatives.filter(issues => !issues.some(isOfOtherKind)).flat();
}

function wordsOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_union') return issue.errors.flat().flatMap(wordsOf);
  return issue.code === 'invalid_value' ? issue.values.map(String) : [];
}

/** Types in words, as people know them from TOML and YAML. */
const TYPES: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a table',
  record: 'a table',
};

/** What is wrong with a value, as the end of a sentence that begins with its name: `is not a number`. */
function schemaMessage(issue: Issue): string {
  // Messages of our schemas begin with a verb; those of the library begin with a capital, and are replaced.
  if (/^[a-z]/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'is missing'
        : `is not ${TYPES[issue.expected] ?? issue.expected}`;
    case 'too_small':
      if (issue.origin === 'array' && Number(issue.minimum) > 1)
        return `has too few entries: at least ${issue.minimum}`;
      if (issue.origin !== 'number' && issue.origin !== 'int') return 'is empty';
      return issue.inclusive === false
        ? `is not above ${issue.minimum}`
        : `is too small: at least ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'array') return `has too many entries: at most ${issue.maximum}`;
      return issue.origin === 'string'
        ? `is too long: at most ${issue.maximum} characters`
        : `is too large: at most ${issue.maximum}`;
    case 'invalid_value':
      return `is none of ${issue.values.join(', ')}`;
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    default:
      return issue.message;
  }
}
