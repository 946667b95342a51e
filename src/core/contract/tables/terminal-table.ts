import type { Words } from '../../words/en/en.ts';
import { z } from 'zod';
import type { Contradiction, Keys } from './contradictions.ts';

/** The size of the terminal that `terminal = true` asks for. Code and outputs of 72 columns fit on a page. */
const DEFAULT_SIZE = { columns: 72, rows: 24 } as const;

/** The key `terminal` of a contract. */
export const terminalTable = z.union(
  [
    z.literal(true),
    z.strictObject({
      columns: z.int().min(20).max(200).optional().describe('Its width in characters; default 72.'),
      rows: z.int().min(2).max(100).optional().describe('Its height in lines; default 24.'),
    }),
  ],
  { error: 'is neither true nor a size' },
);

type TerminalTable = z.output<typeof terminalTable>;

/** Columns and rows of a terminal. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/** The size of the terminal that a contract asks for; undefined if it asks for none. */
export function terminalSize({
  terminal,
}: {
  readonly terminal?: TerminalTable | undefined;
}): TerminalSize | undefined {
  if (terminal === undefined) return undefined;
  const { columns = DEFAULT_SIZE.columns, rows = DEFAULT_SIZE.rows } = terminal === true ? {} : terminal;
  return { columns, rows };
}

/** The sentence of the page about a terminal. */
export function terminalSentence(terminal: TerminalTable, words: Words['promise']): string | undefined {
  const size = terminalSize({ terminal });
  return size && words.terminal(size.columns);
}

/** Variables that give the size of a terminal. */
const SIZE_VARIABLES = ['COLUMNS', 'LINES'];

/** What a terminal contradicts: it has one output and one size, and shows nothing of what it has erased. */
export function terminalContradictions(
  _terminal: TerminalTable,
  { stderr, timeline, env = {} }: Keys,
): readonly Contradiction[] {
  const sizes = SIZE_VARIABLES.filter(name => Object.hasOwn(env as object, name));
  const found: readonly (readonly [key: string, isFound: boolean, title: string])[] = [
    [
      'stderr',
      stderr !== undefined,
      'A terminal shows stdout and stderr as one output, so stderr says nothing of it.',
    ],
    [
      'timeline',
      timeline !== undefined,
      'A timeline has each line when it is printed, a terminal only what it shows at the end.',
    ],
  ];
  return [
    ...found.flatMap(([key, isFound, title]) =>
      isFound ? [{ title, remedy: `Remove ${key}.`, inner: key }] : [],
    ),
    ...sizes.map(name => ({
      title: `env.${name}: a terminal has its size from its own key.`,
      remedy: `Remove ${name} from env; in its place: terminal = { columns = 72, rows = 24 }`,
      inner: name,
    })),
  ];
}
