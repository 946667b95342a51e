import { newestFirst, pythonNames } from '../../../../core/python-version.ts';
import { wordsOf } from '../../../../core/words/languages.ts';
import type { AuditPlan } from '../audit-plan.ts';

/** The lines of the numbers on the home page, counted anew from the ledger. */
export function expectedNumbers({ examples, home, base }: AuditPlan): string[] {
  const { numberOf } = wordsOf(home.language).front;
  const sound = [...examples.values()].filter(({ source }) => source !== undefined);
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
    ...(home.commit === undefined ? [] : [`dt: ${numberOf.date}`, `time: ${home.commit.slice(0, 10)}`]),
  ];
}
