import { buildNamed, newestFirst, pythonName, tagOf } from '../../../core/python-version.ts';
import type { ExamplePage } from '../../figures/example-pages.ts';
import type { RecordedOn } from '../../prepare/recorded-on.ts';
import { verifiedGroupUrl } from '../../routes.ts';
import { linkTo } from '../../site-url.ts';
import { artifactsOf } from '../verified-list.ts';

/** How much of one kind was proved. */
export interface ProofCount {
  readonly kind: 'examples' | 'variants' | 'timelines' | 'artifacts';
  readonly proved: number;
  readonly all: number;
}

type Counted = Pick<ExamplePage, 'verdict' | 'variants' | 'watched' | 'recordings'>;

/** What this build proved, counted; without kinds of which the site has none. */
export function proofCounts(examples: readonly Counted[]): readonly ProofCount[] {
  const files = artifactsOf(examples).length;
  const counts: readonly ProofCount[] = [
    { kind: 'examples', ...verifiedOf(examples) },
    { kind: 'variants', ...verifiedOf(examples.flatMap(({ variants }) => variants)) },
    { kind: 'timelines', ...verifiedOf(examples.flatMap(({ watched }) => watched ?? [])) },
    // Those of a run that fell short are not in the list at all.
    { kind: 'artifacts', proved: files, all: files },
  ];
  return counts.filter(({ kind, all }) => all > 0 || kind === 'examples');
}

/** How many have the verdict `verified`. */
export function verifiedOf(all: readonly Pick<ExamplePage, 'verdict'>[]): { proved: number; all: number } {
  return { proved: all.filter(({ verdict }) => verdict === 'verified').length, all: all.length };
}

/** What is known of one build of CPython. */
export interface VersionCount extends Omit<RecordedOn, 'version' | 'gil'> {
  /** `3.13.0 free-threaded` */
  readonly name: string;
  /** Examples that this build of the site verified on it. */
  readonly verified: number;
  /** Their page; absent if there are none. */
  readonly href?: string | undefined;
}

/** Every build of CPython that verified an example, or on which an output was ever accepted; newest first. */
export function versionCounts(
  examples: readonly Pick<ExamplePage, 'verdict' | 'python'>[],
  recorded: readonly RecordedOn[],
): readonly VersionCount[] {
  const verified = examples
    .filter(({ verdict }) => verdict === 'verified')
    .flatMap(({ python = '' }) => (python === '' ? [] : python.split(', ')));
  const known = new Map(recorded.map(({ version, gil, ...each }) => [pythonName({ version, gil }), each]));
  const names = [...new Set([...verified, ...known.keys()])];
  return newestFirst(names.map(name => ({ ...buildNamed(name), name }))).map(({ name, ...build }) => ({
    name,
    verified: verified.filter(each => each === name).length,
    href: verified.includes(name) ? linkTo(verifiedGroupUrl(tagOf(build))) : undefined,
    ...(known.get(name) ?? { recordings: 0, runs: 0 }),
  }));
}
