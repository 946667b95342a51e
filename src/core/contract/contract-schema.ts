import { z } from 'zod';
import {
  elapsedSentence,
  hangSentence,
  maskSentence,
  orderSentence,
  outcomesSentence,
} from './describe-contract.ts';
import { artifactsContradictions, artifactsSentence, artifactsTable } from './tables/artifacts-table.ts';
import { type ContractKey, contractKey } from './tables/contract-key.ts';
import { exitOf, SYSTEM_EXIT } from './tables/expected-exit.ts';
import { contradictionIf, invertedBounds, refusedVariables, tooMany } from './tables/contradictions.ts';
import { maskSchema } from './masks/mask.ts';
import { orderSchema } from './order.ts';
import { hangContradictions, outcomesContradictions, outcomesSchema } from './tables/outcomes.ts';
import { terminalContradictions, terminalSentence, terminalTable } from './tables/terminal-table.ts';
import { type DocumentForm, timelineTable } from './tables/timeline-table.ts';
import { en, type Words } from '../words/en/en.ts';
import { variantSchema } from './variant-schema.ts';

/** A text that the system can pass to a program. */
const argument = z
  .string()
  .refine(text => !text.includes('\0'), { error: 'holds a NUL character, which no program can be given' });

/**
 * The keys of a contract, the `[tool.verbatim]` table of a metadata block. The parser, its messages, the
 * schema for editors and the sentences for readers all derive from this table.
 */
export const CONTRACT_KEYS = {
  order: contractKey({
    schema: orderSchema.default('exact'),
    description: "Order of the output's lines.",
    examples: ['"any"', '{ stages = ["Start *", "Done *"] }', String.raw`{ key = '^(\w+):' }`],
    sentence: orderSentence,
  }),
  mask: contractKey({
    schema: z.array(maskSchema).max(50).default([]),
    description: 'What differs from run to run. A mask that matches nothing is an error.',
    examples: [
      '["duration"]',
      String.raw`[{ name = "ratio", pattern = '(\d+\.\d+) times', min = 1.2, max = 2.5 }]`,
    ],
    sentence: maskSentence,
    contradictions: masks =>
      masks.flatMap(mask => (typeof mask === 'string' ? [] : invertedBounds('mask', mask))),
  }),
  exit: contractKey({
    schema: z
      .int()
      .min(0)
      .max(255)
      .refine(code => code <= 128 || code > 192, {
        error: 'is what a shell reports of a process that a signal ended, so it proves no exit code',
      })
      .optional(),
    description: 'Expected exit code; not 129 to 192, which shells report of processes that a signal ended.',
    examples: ['1'],
    contradictions: (exit, { raises }) =>
      contradictionIf(
        raises !== undefined && raises !== SYSTEM_EXIT && exit !== exitOf(raises),
        `An uncaught ${String(raises)} ends Python with exit code ${exitOf(raises)}, not ${exit}.`,
        'Remove exit, or raises.',
      ),
  }),
  raises: contractKey({
    schema: z
      .string()
      .regex(/^[A-Za-z_][\w.]*$/, 'is not the name of an exception type')
      .optional(),
    description: 'Expected uncaught exception, by its type; its traceback is then part of the recording.',
    examples: ['"ValueError"'],
  }),
  stderr: contractKey({
    schema: z.boolean().optional(),
    description: 'Whether stderr is part of the output. Undeclared stderr fails.',
    examples: ['true'],
    contradictions: (stderr, { raises }) =>
      contradictionIf(
        !stderr && raises !== undefined,
        'The traceback of raises is written to stderr, so stderr is part of the output.',
        'Remove stderr = false.',
      ),
  }),
  stdin: contractKey({
    schema: z.string().optional(),
    description: 'Text on standard input; without it, reading gets end-of-file.',
    examples: [String.raw`"Ada\n"`],
  }),
  args: contractKey({
    schema: z.array(argument).default([]),
    description: 'Command-line arguments.',
    examples: ['["--verbose"]'],
    contradictions: args => tooMany('args', args),
  }),
  env: contractKey({
    schema: z
      .record(z.string().regex(/^[A-Za-z_]\w*$/, 'is not the name of an environment variable'), argument)
      .default({}),
    description:
      'Environment variables; none that steers a loader, a shell, Python or the run, such as `LD_PRELOAD`.',
    examples: ['{ NAME = "Ada" }'],
    contradictions: env => [...tooMany('env', Object.entries(env).flat()), ...refusedVariables(env)],
  }),
  timeout: contractKey({
    schema: z.number().positive().max(600).default(10),
    description: 'Seconds until the run is ended.',
    examples: ['20'],
  }),
  elapsed: contractKey({
    schema: z
      .strictObject({ min: z.number().nonnegative().optional(), max: z.number().positive().optional() })
      .refine(({ min, max }) => min !== undefined || max !== undefined, {
        error: 'names neither min nor max',
      })
      .meta({ minProperties: 1 })
      .optional(),
    description: 'Bounds on the wall time, in seconds, that the page claims.',
    examples: ['{ min = 1.9, max = 4.0 }'],
    sentence: elapsedSentence,
    contradictions: elapsed => invertedBounds('elapsed', elapsed),
  }),
  network: contractKey({
    schema: z.boolean().default(false),
    description: 'Whether the run needs other machines. `network` in `src/site.config.ts` has to grant it.',
    examples: ['false'],
  }),
  cores: contractKey({
    schema: z.int().min(1).max(64).default(1),
    description: 'Cores that the sample needs: nothing else that computes runs beside it on them.',
    examples: ['2'],
  }),
  optional: contractKey({
    schema: z.boolean().optional(),
    description: 'Whether it may be skipped, in CI too, where no interpreter satisfies `requires-python`.',
    examples: ['true'],
  }),
  title: contractKey({
    schema: z.string().min(1).optional(),
    description: "Shown above the code; default the file's name.",
    examples: ['"Downloads, one after another"'],
  }),
  hangs: contractKey({
    schema: z.boolean().optional(),
    description: 'Whether it gets stuck: at rest for `timeout` seconds. Where it waits is recorded.',
    examples: ['true'],
    sentence: hangSentence,
    contradictions: hangContradictions,
  }),
  outcomes: contractKey({
    schema: outcomesSchema.optional(),
    description:
      'For a race: each output that a run may print, with what it means. `record` counts how often each is ' +
      'seen; each check asks whether what it sees is one of them.',
    examples: [
      '{ table = [{ prints = "2", meaning = "Both count." }, { prints = "1", meaning = "One is lost." }] }',
    ],
    sentence: outcomesSentence,
    contradictions: outcomesContradictions,
  }),
  timeline: contractKey({
    schema: timelineTable.optional(),
    description: 'Records what each thread, task and process does when, for `<Timeline>`.',
    examples: ['true', '{ resolution = 0.1 }'],
  }),
  color: contractKey({
    schema: z.boolean().optional(),
    description: 'Whether libraries print colors. In a terminal they do so anyway, unless it is false.',
    examples: ['true'],
  }),
  terminal: contractKey({
    schema: terminalTable.optional(),
    description:
      'Runs it in a terminal. The output is what that shows at the end: a progress bar, for instance.',
    examples: ['true', '{ columns = 72, rows = 24 }'],
    sentence: terminalSentence,
    contradictions: terminalContradictions,
  }),
  artifacts: contractKey({
    schema: artifactsTable.default({}),
    description:
      'Files that the run leaves and the page shows, each with what it shows, in words. Text is compared ' +
      'byte by byte, PNG by pixels.',
    examples: ['{ "plot.svg" = "Two lines that cross at 4" }'],
    sentence: artifactsSentence,
    contradictions: artifactsContradictions,
  }),
  browser: contractKey({
    schema: z.boolean().optional(),
    description: '`false` keeps the Run button away, where what a reader changes would mislead.',
    examples: ['false'],
  }),
  variant: contractKey({
    schema: z.array(variantSchema).max(8).default([]),
    description:
      'The example with a named change. Its output must be one that this contract does not permit.',
    examples: ['[{ name = "without the lock", remove = "with lock:" }]'],
  }),
};

type ContractShape = { [Key in keyof typeof CONTRACT_KEYS]: (typeof CONTRACT_KEYS)[Key]['schema'] };

/** The keys with what is known of each, in the order in which messages list them. */
export const CONTRACT_ENTRIES = Object.entries(CONTRACT_KEYS) as readonly (readonly [
  key: keyof ContractShape,
  entry: ContractKey,
])[];

/** Checks a contract as TOML gives it, and fills in the defaults. */
export const contractSchema = z.strictObject(
  Object.fromEntries(
    CONTRACT_ENTRIES.map(([key, { schema, description }]) => [key, schema.describe(description)]),
  ) as ContractShape,
);

/** What an example promises about its output, and what its run needs. Variants are examples. */
export type Contract = Omit<z.output<typeof contractSchema>, 'variant'> & {
  /** Absent for an example whose recording is its output. */
  readonly form?: DocumentForm | undefined;
};

/** The part of a contract that compares outputs. */
export type OutputContract = Pick<Contract, 'order' | 'mask'> &
  Partial<Pick<Contract, 'form' | 'outcomes' | 'timeline' | 'artifacts'>> & {
    /** Whether what was measured says nothing, because other programs computed. */
    readonly isUnmeasured?: boolean | undefined;
  };

/** What a contract promises, for the reader; undefined if it promises every byte. */
export function contractSentence(contract: Partial<Contract>, words: Words['promise']): string | undefined {
  const sentences = sentencesOf(contract, words).map(([, sentence]) => sentence);
  return sentences.length === 0 ? undefined : `${sentences.join('. ')}.`;
}

/** The keys by which a contract promises something else than every byte: `order`, `mask`, `hangs`. */
export function promiseKinds(contract: Partial<Contract>): readonly string[] {
  return sentencesOf(contract, en.promise).map(([key]) => key);
}

function sentencesOf(
  contract: Partial<Contract>,
  words: Words['promise'],
): readonly (readonly [key: string, sentence: string])[] {
  const values: Readonly<Record<string, unknown>> = contract;
  return CONTRACT_ENTRIES.flatMap(([key, { sentence }]) => {
    const value = values[key];
    const text = value === undefined || value === null ? undefined : sentence?.(value, words, values);
    return text === undefined ? [] : [[key, text] as const];
  });
}
