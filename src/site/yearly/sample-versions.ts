import { compare } from '@renovatebot/pep440';
import { isSatisfiedBy, lowestMinor, pythonNames } from '../../core/python-version.ts';
import type { CheckGroup, CheckItem } from './check-list.ts';

/** A sample, as far as versions go. */
export interface SampleVersions {
  readonly file: string;
  /** Line of `requires-python`, or 1. */
  readonly line: number;
  readonly requiresPython?: string | undefined;
  /** Line of the key `optional`; absent if its contract does not set it. */
  readonly optionalLine?: number | undefined;
}

/** The oldest Python that any sample runs under: one that asks for it asks for nothing. */
const FIRST = lowestMinor(undefined);

/** Samples that ask for a newer Python than the first, with a word on those that every supported one has. */
export function askingSamples(
  samples: readonly SampleVersions[],
  oldest: string,
): readonly [ordinary: CheckGroup, newer: CheckGroup] {
  const asking = samples
    .map(sample => ({ ...sample, lowest: lowestMinor(sample.requiresPython) }))
    .filter(({ lowest }) => lowest !== FIRST)
    .toSorted((a, b) => compare(a.lowest, b.lowest));
  const item = ({ file, line, requiresPython }: SampleVersions): CheckItem => ({
    at: `${file}:${line}`,
    text: `requires-python = "${requiresPython}"`,
  });
  const isOrdinary = ({ lowest }: { readonly lowest: string }): boolean => compare(lowest, oldest) <= 0;
  return [
    {
      heading: `Samples that every supported Python runs, since ${oldest} is the oldest`,
      todo: 'They are ordinary now: say no more in their articles that they need a new version.',
      items: asking.filter(isOrdinary).map(item),
    },
    {
      heading: 'Samples that need a newer Python than others',
      todo: 'Is the version still the right one, and does the article say it?',
      items: asking.filter(sample => !isOrdinary(sample)).map(item),
    },
  ];
}

/**
 * Samples that may be skipped, or are, with what runs them now.
 * @param builds those here, the newest first @param oldest the oldest supported version: `3.12`
 */
export function skippedSamples(
  samples: readonly SampleVersions[],
  builds: readonly { readonly version: string; readonly gil: boolean }[],
  oldest: string,
): CheckGroup {
  const items = samples.flatMap(({ file, line, requiresPython, optionalLine }): CheckItem[] => {
    const running = builds.filter(({ version }) => isSatisfiedBy(requiresPython, version));
    if (optionalLine === undefined && running.length > 0) return [];
    const at = `${file}:${optionalLine ?? line}`;
    if (running.length === 0) return [{ at, text: `skipped: no CPython here is ${requiresPython ?? FIRST}` }];
    if (compare(lowestMinor(requiresPython), oldest) <= 0)
      return [{ at, text: 'optional, and every supported Python runs it: remove the key' }];
    return [{ at, text: `optional, and here run by ${pythonNames(running)}` }];
  });
  return {
    heading: 'Samples that are optional, or skipped here',
    todo: 'Install what is missing. Once every machine has that Python, remove optional = true.',
    items,
  };
}
