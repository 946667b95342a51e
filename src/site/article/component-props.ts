import { z } from 'zod';
import { parseRanges } from '../../core/text/ranges.ts';
import { suggestion } from '../../core/problems/suggest.ts';
import { type Callout, CALLOUT_NAMES } from './callouts.ts';
import { Expression } from './literal.ts';
import { SPREAD } from './parse-mdx.ts';

const file = z.string({ error: 'is missing: the path of an example below examples/' }).min(1, 'is empty');
const ranges = z
  .string({ error: 'is not text such as "4-6,9"' })
  .refine(text => parseRanges(text) !== undefined, { error: 'is not a list of lines such as "4-6,9"' });

/** Props of `<Example>`. */
export const exampleProps = z.strictObject({
  /** Path below `examples/`: `threading/lock.py`, or the folder of an example of several files. */
  file,
  /** Shows this region of the file; the whole file runs. */
  region: z.string({ error: 'is not text' }).min(1, 'is empty').optional(),
  /** Lines of the shown code to mark: `4-6,9`. */
  highlight: ranges.optional(),
  /** `{false}` leaves the output away. */
  output: z.boolean({ error: 'is neither {true} nor {false}' }).default(true),
  /** `{false}` leaves the code away. */
  code: z.boolean({ error: 'is neither {true} nor {false}' }).default(true),
  /** `{true}` shows the metadata block too. */
  block: z.boolean({ error: 'is neither {true} nor {false}' }).default(false),
  /** Lines of the output to show, one range: `1-3`. What is cut is marked as cut. */
  outputLines: ranges
    .refine(text => !text.includes(','), {
      error: 'is not one range: lines that are shown follow one another',
    })
    .optional(),
});

/** Props of `<Output>`: an example's output without its code. */
export const outputProps = exampleProps.pick({ file: true, outputLines: true });

/** Props of `<Value>`: a word of the prose that a run printed. */
export const valueProps = z.strictObject({
  file,
  /** JavaScript regular expression; the first group of its first match in the output is the value. */
  match: z
    .string({ error: 'is missing: a regular expression with one group' })
    .refine(isRegexWithGroup, { error: 'is not a regular expression with one group' }),
});

/** Props of a callout. */
const calloutProps = z.strictObject({
  /** Stands above the text, in the place of the kind's own word. */
  title: z.string({ error: 'is not text' }).min(1, 'is empty').optional(),
});

const SCHEMAS = {
  Example: exampleProps,
  Output: outputProps,
  Value: valueProps,
  ...(Object.fromEntries(CALLOUT_NAMES.map(name => [name, calloutProps])) as Record<
    Callout,
    typeof calloutProps
  >),
} as const;

export type Component = keyof typeof SCHEMAS;

/** Components that an article has without importing them. */
export const COMPONENTS = Object.keys(SCHEMAS) as readonly Component[];

export function isComponent(name: string): name is Component {
  return Object.hasOwn(SCHEMAS, name);
}

export type ExampleProps = z.output<typeof exampleProps>;

/** What is wrong with a component's props: which, a title and a remedy. */
export function propProblems(
  component: Component,
  props: Readonly<Record<string, unknown>>,
): { prop: string; title: string; remedy: string }[] {
  const schema = SCHEMAS[component];
  const known = Object.keys(schema.shape);
  return (schema.safeParse(props).error?.issues ?? []).flatMap(issue => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(prop =>
        unknown(
          component,
          prop,
          known.filter(each => !Object.hasOwn(props, each)),
        ),
      );
    const prop = String(issue.path[0]);
    const value = props[prop];
    if (value instanceof Expression) return [expressionProblem(component, prop, value)];
    return [
      {
        prop,
        title: `<${component}>: ${prop} ${issue.message}${written(value)}.`,
        remedy: mended(prop, value),
      },
    ];
  });
}

/** An attribute whose value only the page knows. The Markdown edition would have to say something else. */
export function expressionProblem(
  tag: string,
  prop: string,
  { source }: Expression,
): { prop: string; title: string; remedy: string } {
  return {
    prop,
    title: `<${tag}>: the value of ${prop} is computed, by {${source.split('\n')[0]}}; it has to be written out.`,
    remedy: EXAMPLES[prop] ?? `A text or a number: ${prop}="…" or ${prop}={3}`,
  };
}

function unknown(
  component: Component,
  prop: string,
  known: readonly string[],
): { prop: string; title: string; remedy: string } {
  if (prop === SPREAD)
    return {
      prop,
      title: `<${component}> takes its props one by one.`,
      remedy: `Write them out: ${known.join(', ')}`,
    };
  return { prop, title: `<${component}> has no prop "${prop}".`, remedy: suggestion(prop, known) };
}

/** A value that is not what it has to be, as it was written. */
function written(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? `; this is the text "${value}"` : `; this is {${String(value)}}`;
}

/** The prop as it may have been meant, or as it can be. */
function mended(prop: string, value: unknown): string {
  if (value === 'true' || value === 'false') return `${prop}={${value}}`;
  if (typeof value === 'number') return `${prop}="${value}"`;
  return EXAMPLES[prop] ?? '';
}

/** A right one of each, to paste. */
const EXAMPLES: Readonly<Record<string, string>> = {
  file: 'file="threading/lock.py"',
  region: 'region="start"',
  highlight: 'highlight="4-6,9"',
  output: 'output={false}',
  code: 'code={false}',
  block: 'block={true}',
  outputLines: 'outputLines="1-3"',
  match: 'match="Counter: (\\d+)"',
  title: 'title="In other words"',
};

function isRegexWithGroup(text: string): boolean {
  try {
    return new RegExp(`${text}|`, 'mu').exec('')?.length === 2;
  } catch {
    return false;
  }
}
