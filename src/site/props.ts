import { z } from 'zod';
import { parseRanges } from '../core/ranges.ts';
import { suggestion } from '../core/nearest.ts';
import type { Reference } from './references.ts';

const file = z.string({ error: 'is missing: the path of an example below examples/' }).min(1, 'is empty');
const ranges = z.string({ error: 'is not text such as "4-6,9"' }).refine((text) => parseRanges(text) !== undefined, { error: 'is not a list of lines such as "4-6,9"' });

/** Props of `<Example>`. */
export const exampleProps = z.strictObject({
  /** Path below `examples/`: `threading/lock.py`, or the folder of an example of several files. */
  file,
  /** Shows this region of the file; the whole file runs. */
  region: z.string().min(1).optional(),
  /** Lines of the shown code to mark: `4-6,9`. */
  highlight: ranges.optional(),
  /** `{false}` leaves the output away. */
  output: z.boolean({ error: 'is {true} or {false}' }).default(true),
  /** `{false}` leaves the code away. */
  code: z.boolean({ error: 'is {true} or {false}' }).default(true),
  /** `{true}` shows the metadata block too. */
  block: z.boolean({ error: 'is {true} or {false}' }).default(false),
  /** Lines of the output to show, one range: `1-3`. What is cut is marked as cut. */
  outputLines: ranges.refine((text) => !text.includes(','), { error: 'is one range: lines that are shown follow one another' }).optional(),
});

/** Props of `<Output>`: an example's output without its code. */
export const outputProps = exampleProps.pick({ file: true, outputLines: true });

/** Props of `<Value>`: a word of the prose that a run printed. */
export const valueProps = z.strictObject({
  file,
  /** JavaScript regular expression; the first group of its first match in the output is the value. */
  match: z.string({ error: 'is missing: a regular expression with one group' }).refine(isRegexWithGroup, { error: 'is not a regular expression with one group' }),
});

const SCHEMAS = { Example: exampleProps, Output: outputProps, Value: valueProps } as const;

export type ExampleProps = z.output<typeof exampleProps>;

/** What is wrong with a reference's props, each as a title and a remedy. */
export function propProblems({ component, props }: Reference): { title: string; remedy: string }[] {
  const schema = SCHEMAS[component];
  const parsed = schema.safeParse(props);
  const known = Object.keys(schema.shape);
  return (parsed.error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ title: `<${component}> has no prop "${key}".`, remedy: suggestion(key, known) }))
      : [{ title: `<${component}>: ${String(issue.path[0])} ${issue.message}.`, remedy: REMEDIES[component] }],
  );
}

const REMEDIES = {
  Example: '<Example file="threading/lock.py" region="name" highlight="4-6,9" />',
  Output: '<Output file="threading/lock.py" outputLines="1-3" />',
  Value: '<Value file="threading/lock.py" match="Counter: (\\d+)">500000</Value>',
} as const;

function isRegexWithGroup(text: string): boolean {
  try {
    return new RegExp(`${text}|`, 'mu').exec('')?.length === 2;
  } catch {
    return false;
  }
}
