import { zipSync } from 'fflate';
import type { Example } from '../../../core/example/example.ts';
import { archiveFile, archiveFolder } from '../../routes.ts';

/**
 * The archives of all examples of several files, by path in the site. Each has one folder, with every file
 * that the run saw.
 */
export function archives(examples: Iterable<Example>): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...examples].flatMap(example => {
      const file = example.watched === undefined ? archiveFile(example) : undefined;
      return file === undefined ? [] : [[file, archiveOf(example)] as const];
    }),
  );
}

/** The files of an example as a ZIP archive: the same files are the same bytes. */
export function archiveOf(example: Example): Uint8Array {
  const folder = archiveFolder(example);
  const names = [...example.files.keys()].sort();
  const entries = names.map(
    name => [`${folder}/${name}`, example.files.get(name) ?? new Uint8Array()] as const,
  );
  // An archive holds a local time, from 1980 on: this one is the same wherever a site is built.
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1) });
}
