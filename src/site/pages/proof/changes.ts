import { buildOf, pythonName, sortTags } from '../../../core/python-version.ts';
import type { ExamplePage } from '../../figures/example-pages.ts';
import type { VersionChange } from '../../figures/changes/version-changes.ts';
import { newAnchor } from '../../routes.ts';

/** A version of Python, with the outputs that changed with it. */
export interface ChangedVersion {
  /** `3.13 free-threaded` */
  readonly name: string;
  readonly anchor: string;
  /** In the order of the examples. */
  readonly changes: readonly NamedChange[];
}

/** A changed output, as a page names it. */
export interface NamedChange extends Omit<VersionChange, 'than' | 'unverified'> {
  /** `gil/race`, `locks/account, without the lock` */
  readonly title: string;
  /** The page of the example. */
  readonly href: string;
  /** The version before: `3.13`. */
  readonly than: string;
  /** The versions that this build did not verify; empty if it verified both. */
  readonly unverified: string;
}

type Changed = Pick<ExamplePage, 'id' | 'href' | 'changes'>;

/** Whether a version of Python changed an output of a site. */
export function hasChanges(examples: readonly Pick<Changed, 'changes'>[]): boolean {
  return examples.some(({ changes }) => changes.length > 0);
}

/** The changes of all examples by version, the newest first; free-threaded builds come last. */
export function changedVersions(examples: readonly Changed[]): readonly ChangedVersion[] {
  const byTag = Map.groupBy(
    examples.flatMap(({ id, href, changes }) => changes.map(change => ({ id, href, change }))),
    ({ change }) => change.tag,
  );
  return sortTags([...byTag.keys()]).map(tag => ({
    name: nameOf(tag),
    anchor: newAnchor(tag),
    changes: (byTag.get(tag) ?? []).map(({ id, href, change }) => ({
      ...change,
      title: change.variant === undefined ? id : `${id}, ${change.variant}`,
      href,
      than: nameOf(change.than),
      unverified: change.unverified.map(nameOf).join(', '),
    })),
  }));
}

/** `3.13t` → `3.13 free-threaded` */
function nameOf(tag: string): string {
  return pythonName(buildOf(tag));
}
