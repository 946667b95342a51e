import { z } from 'zod';
import type { Problem } from '../../core/problems/problem.ts';
import { schemaProblems } from '../../core/problems/schema-message.ts';
import { suggestion } from '../../core/problems/suggest.ts';
import { isLineNumbers } from '../../core/example/shown/named-lines.ts';
import { parseRanges } from '../../core/text/lines.ts';
import { mendedPattern } from '../../core/text/pattern.ts';
import { type Callout, CALLOUT_NAMES } from './callouts.ts';
import { ELEMENT_SCHEMAS } from '../tags/elements.ts';
import { Expression, SPREAD } from './mdx-tree.ts';
import { atProps, exampleProps, MAX_MARKED, outputProps, timelineProps } from './props/figure-props.ts';
import {
  calloutProps,
  outdatedProps,
  exerciseProps,
  foldedProps,
  predictProps,
  sinceProps,
  termProps,
} from './props/lesson-props.ts';
import { literalProps, ratioProps, valueProps } from './props/number-props.ts';
import { OWN_COMPONENTS } from '../tags/own-components.ts';
import { PROP_EXAMPLES } from '../tags/prop-examples.ts';

const COMPONENT_SCHEMAS = {
  ...OWN_COMPONENTS,
  Example: exampleProps,
  Output: outputProps,
  At: atProps,
  Timeline: timelineProps,
  Value: valueProps,
  Ratio: ratioProps,
  Exercise: exerciseProps,
  ...{
    Hint: foldedProps,
    Solution: foldedProps,
    Recap: calloutProps,
    Since: sinceProps,
    Term: termProps,
    Outdated: outdatedProps,
    Predict: predictProps,
  },
  Literal: literalProps,
  ...(Object.fromEntries(CALLOUT_NAMES.map(name => [name, calloutProps])) as Record<
    Callout,
    typeof calloutProps
  >),
} as const;

/** The registry of all tags that an article may hold. Everything else is refused. */
const SCHEMAS: Readonly<Record<string, z.ZodObject>> = { ...ELEMENT_SCHEMAS, ...COMPONENT_SCHEMAS };

type Component = keyof typeof COMPONENT_SCHEMAS;

/** Components that every article can use. */
export const COMPONENTS = Object.keys(COMPONENT_SCHEMAS) as readonly Component[];

export const ELEMENTS: readonly string[] = Object.keys(ELEMENT_SCHEMAS);

function isComponent(name: string): name is Component {
  return Object.hasOwn(COMPONENT_SCHEMAS, name);
}

/** Whether an article may hold tags of this name. */
export function isRegistered(name: string): boolean {
  return Object.hasOwn(SCHEMAS, name);
}

/** Props of a component that are right. One that is absent may be missing or wrong. */
export type SoundProps = Partial<
  z.output<typeof exampleProps> &
    z.output<typeof valueProps> &
    z.output<typeof ratioProps> &
    z.output<typeof exerciseProps> &
    z.output<typeof sinceProps> &
    z.output<typeof termProps> &
    z.output<typeof timelineProps>
>;

/** What a figure shows of an example. */
export type FigureProps = Omit<z.output<typeof exampleProps>, 'file'>;

/** A problem of one prop. The caller knows where the prop is. */
export type PropProblem = Required<Pick<Problem, 'title' | 'remedy'>> & { readonly prop: string };

/** The props of a registered tag that are right, and everything that is wrong with the others. */
export function checkProps(
  name: string,
  props: Readonly<Record<string, unknown>>,
): { readonly sound: SoundProps; readonly problems: readonly PropProblem[] } {
  const schema = SCHEMAS[name] ?? z.strictObject({});
  const free = Object.keys(schema.shape).filter(prop => !Object.hasOwn(props, prop));
  const [tag, noun] = [`<${name}>`, isComponent(name) ? 'prop' : 'attribute'];
  const problems = schemaProblems(schema.safeParse(props).error).map(({ kind, path, message }) => {
    const prop = String(path[0]);
    const value = props[prop];
    if (prop === SPREAD)
      return {
        prop,
        title: `${tag} takes its ${noun}s one by one.`,
        remedy: `Write them out: ${free.join(', ')}`,
      };
    if (kind === 'unknown key')
      return {
        prop,
        title: `${tag} has no ${noun} "${prop}".`,
        remedy: isComponent(name) ? suggestion(prop, free) : `Remove it. ${suggestion(prop, free)}`,
      };
    if (value instanceof Expression) return expressionProblem(name, prop, value);
    const title = `${tag}: ${prop} ${message}${asWritten(value)}.`;
    return { prop, title, remedy: corrected(name, prop, value) };
  });
  const wrong = new Set(problems.map(({ prop }) => prop));
  // No schema changes a value.
  const sound: SoundProps = Object.fromEntries(Object.entries(props).filter(([prop]) => !wrong.has(prop)));
  return { sound, problems };
}

/** A prop whose value a program computes. */
function expressionProblem(tag: string, prop: string, { source }: Expression): PropProblem {
  const [firstLine] = source.split('\n');
  return {
    prop,
    title: `<${tag}>: the value of ${prop} is computed, by {${firstLine}}; it has to be written out.`,
    remedy: corrected(tag, prop, source),
  };
}

function asWritten(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? `; this is the text "${value}"` : `; this is {${String(value)}}`;
}

/** The prop as the author may have meant it, or else an example of it. */
function corrected(tag: string, prop: string, value: unknown): string {
  if (prop === 'about') return `about={${Number(value) > 0 ? Number(value) : 0.5}}`;
  if (value === 'true' || value === 'false') return `${prop}={${value}}`;
  if (typeof value === 'number' && prop !== 'artifacts') return `${prop}="${value}"`;
  const meant = typeof value === 'string' ? meantText(prop, value) : undefined;
  if (meant !== undefined && !meant.includes('"')) return `${prop}="${meant}"`;
  const example = PROP_EXAMPLES[`${tag}.${prop}`] ?? PROP_EXAMPLES[prop];
  return example ?? `A text or a number: ${prop}="…" or ${prop}={3}`;
}

/** The value of a prop that was most likely meant by a text. */
function meantText(prop: string, value: string): string | undefined {
  if (prop === 'match') return mendedPattern(value, true);
  if (prop === 'width' || prop === 'height') return /^[1-9]\d*(?=px$|\.\d+$)/.exec(value)?.[0];
  const numbers = value.match(/\d+/g) ?? [];
  if (prop === 'outputLines' && numbers.length > 1)
    return `${Math.min(...numbers.map(Number))}-${Math.max(...numbers.map(Number))}`;
  if (prop !== 'highlight' && (prop !== 'line' || !isLineNumbers(value))) return undefined;
  const plain = value
    .replaceAll(/[\s[\]{}]+/g, '')
    .replaceAll(/[–—:]|\.{2,3}/g, '-')
    .replaceAll(/[;/]/g, ',');
  const ordered = plain.replaceAll(/(\d+)-(\d+)/g, (range, from: string, to: string) =>
    Number(from) > Number(to) ? `${to}-${from}` : range,
  );
  const count = parseRanges(ordered)?.size ?? 0;
  return count === 0 || count > MAX_MARKED ? undefined : ordered;
}
