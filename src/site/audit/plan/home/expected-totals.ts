import { newestFirst, pythonNames } from '../../../../core/python-version.ts';
import { wordsOf } from '../../../../core/words/languages.ts';
import type { PlannedHome } from './planned-home.ts';

/** What this build verified of something: its recordings, with the versions that printed each. */
interface Counted {
  readonly recordings: readonly { readonly python: string; readonly receipt?: unknown }[];
}

/** An example of a plan, as far as it is counted. */
interface CountedExample extends Counted {
  /** Absent if it is broken. */
  readonly source?: string | undefined;
  readonly variants: readonly Counted[];
  readonly timeline?: Counted | undefined;
}

/** The lines of the numbers on the home page, counted anew from the ledger. */
export function expectedTotals(
  {
    commit,
    language,
    base,
  }: Pick<PlannedHome, 'commit'> & { readonly language: string; readonly base: string },
  examples: readonly CountedExample[],
): string[] {
  const { numberOf } = wordsOf(language).front;
  const sound = examples.filter(({ source }) => source !== undefined);
  const variants = sound.flatMap(example => example.variants);
  const timelines = sound.flatMap(({ timeline }) => timeline ?? []);
  const recordings = [...sound, ...variants, ...timelines].flatMap(each => each.recordings);
  const outputs = recordings.filter(({ receipt }) => receipt !== undefined).length;
  const pythons = new Set(recordings.flatMap(({ python }) => python.split(', ')));
  const builds = [...pythons].map(name => ({
    version: name.split(' ')[0] ?? '',
    gil: !name.endsWith(' free-threaded'),
  }));
  const versions = pythonNames(newestFirst(builds.filter(({ version }) => version !== '')));
  const number = (name: string, value: number | string): string[] =>
    value === 0 || value === '' ? [] : [`dt: ${name}`, `dd: ${value}`];
  return [
    'dl.numbers: ',
    `a[href=${base}/verified/]: ${numberOf.examples}`,
    `dd: ${sound.length}`,
    ...number(numberOf.variants, variants.length),
    ...number(numberOf.outputs, outputs),
    ...number(numberOf.versions, versions),
    ...(commit === undefined ? [] : [`dt: ${numberOf.date}`, `time: ${commit.slice(0, 10)}`]),
  ];
}
