import { compare } from '@renovatebot/pep440';
import {
  isPastEndOfLife,
  oldestSupported,
  PYTHON_RELEASES,
  unknownVersions,
} from '../../core/python-releases.ts';
import { minorOf, pythonNames } from '../../core/python-version.ts';
import { type CheckGroup, checkListText } from './check-list.ts';
import { olderRecordings, oldVersions, type RecordedLine } from './recorded-versions.ts';
import { askingSamples, type SampleVersions, skippedSamples } from './sample-versions.ts';
import type { VersionMention } from './version-mentions.ts';

/** What of a project speaks of versions. */
export interface YearlyFacts {
  /** `2026-11` */
  readonly month: string;
  /** The interpreters here, the newest first. */
  readonly builds: readonly { readonly version: string; readonly gil: boolean }[];
  readonly samples: readonly SampleVersions[];
  readonly recordings: readonly RecordedLine[];
  readonly mentions: readonly VersionMention[];
}

/** What to look at when a version of Python comes or goes, as a check-list in Markdown. */
export function yearlyList({ month, builds, samples, recordings, mentions }: YearlyFacts): string {
  const oldest = oldestSupported(month) ?? PYTHON_RELEASES.at(-1)?.version ?? '3.11';
  const minors = builds.map(({ version }) => minorOf(version)).toSorted((a, b) => compare(b, a));
  const newest = minors[0] ?? PYTHON_RELEASES.at(-1)?.version ?? oldest;
  const [ordinary, newer] = askingSamples(samples, oldest);
  const head = [
    `# Versions of Python, ${month}`,
    '',
    `Here: ${builds.length === 0 ? 'no CPython was found' : `CPython ${pythonNames(builds)}`}. ` +
      `The oldest that is supported: ${oldest}.`,
    '',
    ...PYTHON_RELEASES.map(({ version, endOfLife, pep }) => {
      const past = isPastEndOfLife(version, month) ? ', which is past' : '';
      return `- ${version}: supported until ${endOfLife}${past} (https://peps.python.org/pep-0${pep}/)`;
    }),
  ];
  return checkListText(head, [
    newReleases([...minors, ...recordings.map(({ version }) => minorOf(version))]),
    oldVersions(recordings, month),
    ordinary,
    ...mentionGroups(mentions, oldest),
    newer,
    skippedSamples(samples, builds, oldest),
    olderRecordings(recordings, newest),
  ]);
}

function newReleases(minors: readonly string[]): CheckGroup {
  return {
    heading: 'Versions that the table of releases lacks',
    todo: 'Add them, with the end of life from the PEP of their schedule.',
    items: unknownVersions(minors).map(version => ({ at: 'src/core/python-releases.ts', text: version })),
  };
}

function mentionGroups(mentions: readonly VersionMention[], oldest: string): readonly CheckGroup[] {
  const old = (version: string): string =>
    compare(minorOf(version.replace(/t$/, '')), oldest) <= 0 ? ', which every supported Python has' : '';
  const items = (kind: VersionMention['kind'], textOf: (mention: VersionMention) => string) =>
    mentions
      .filter(mention => mention.kind === kind)
      .map(mention => ({ at: `${mention.file}:${mention.line}`, text: textOf(mention) }));
  return [
    {
      heading: 'Samples and articles with mistakes',
      todo: 'What they say of versions may not be in this list. Mend them first: npm run check',
      items: items('unreadable', ({ text }) => text),
    },
    {
      heading: 'Badges of versions',
      todo: 'Remove a badge once its version is nothing new.',
      items: items('since', ({ version }) => `new in ${version}${old(version)}`),
    },
    {
      heading: 'Claims of older tutorials',
      todo: 'Does anybody still claim it?',
      items: items('outdated', ({ text }) => text),
    },
    {
      heading: 'Versions in the text of articles',
      todo: 'Is it still true, and still worth a word?',
      items: items('prose', ({ version, text }) => `${version}${old(version)}: ${text}`),
    },
  ];
}
