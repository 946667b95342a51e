import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

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

/** What is wrong with a value that a schema refused, as the end of a sentence that begins with the value's name: `is not a number`. */
export function complaint(issue: Issue): string {
  // A schema may have words of its own, which are the better ones; those of the library begin with a capital.
  if (/^[a-z]/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type')
    return issue.message.endsWith('received undefined')
      ? 'is missing'
      : `is not ${TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small' && issue.origin !== 'number' && issue.origin !== 'int') return 'is empty';
  if (issue.code === 'too_small')
    return issue.inclusive === false
      ? `is not above ${issue.minimum}`
      : `is too small: at least ${issue.minimum}`;
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `is too long: at most ${issue.maximum} characters`;
  if (issue.code === 'too_big') return `is too large: at most ${issue.maximum}`;
  if (issue.code === 'invalid_value') return `is none of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  return issue.message;
}
