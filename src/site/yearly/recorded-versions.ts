import { compare } from '@renovatebot/pep440';
import { isPastEndOfLife } from '../../core/python-releases.ts';
import { buildOf, minorOf, newestFirst, pythonName, tagOf } from '../../core/python-version.ts';
import type { CheckGroup, CheckItem } from './check-list.ts';

/** A line of a `recordings.json`. */
export interface RecordedLine {
  readonly file: string;
  readonly line: number;
  /** `locks`, `locks.without-the-lock` */
  readonly name: string;
  /** Tag of the only version that it is for; absent for the recording of all others. */
  readonly tag?: string | undefined;
  /** The build that wrote it. */
  readonly version: string;
  readonly gil: boolean;
}

/** How many names an item lists before it counts the others. */
const NAMES = 5;

/** Recordings of one version that nobody supports any more. */
export function oldVersions(recordings: readonly RecordedLine[], month: string): CheckGroup {
  const items = recordings.flatMap(({ file, line, name, tag }): CheckItem[] => {
    if (tag === undefined || !isPastEndOfLife(buildOf(tag).version, month)) return [];
    return [{ at: `${file}:${line}`, text: `${name} has a recording of ${pythonName(buildOf(tag))}` }];
  });
  return {
    heading: 'Recordings of versions past their end of life',
    todo: 'Remove the files and the line, unless the article is about that version.',
    items,
  };
}

/**
 * Recordings for all versions that an older Python than the newest wrote, those of a file and a version
 * together. @param newest `3.15`
 */
export function olderRecordings(recordings: readonly RecordedLine[], newest: string): CheckGroup {
  const older = recordings.filter(
    ({ tag, version }) => tag === undefined && compare(minorOf(version), newest) < 0,
  );
  const groups = Map.groupBy(older, ({ file, version, gil }) => `${file} ${tagOf({ version, gil })}`);
  const items = [...groups.values()].flatMap((lines): CheckItem[] => {
    const [first] = newestFirst(lines);
    if (first === undefined) return [];
    const names = lines.slice(0, NAMES).map(({ name }) => name);
    const rest = lines.length - names.length;
    const which = `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
    const text = `${lines.length} of ${pythonName(buildOf(tagOf(first)))}: ${which}`;
    return [{ at: `${first.file}:${Math.min(...lines.map(({ line }) => line))}`, text }];
  });
  return {
    heading: `Recordings that an older Python than ${newest} wrote`,
    todo: `See what it prints: npm run record -- <topic> --python ${newest}`,
    items,
  };
}
