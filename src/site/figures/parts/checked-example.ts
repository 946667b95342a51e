import type { Example } from '../../../core/example/example.ts';
import type { LedgerEntry } from '../../../core/ledger/ledger.ts';
import type { Package } from '../../../core/packages/lock.ts';
import { usedPackages } from '../../../core/packages/used-packages.ts';
import type { Recording, Recordings } from '../../../core/verdict/recording.ts';
import { tagOf, type Interpreter } from '../../../core/python-version.ts';
import type { Verification } from '../../../runner/commands/verify.ts';
import { type BrowserFacts, browserFacts } from './browser-facts.ts';

type Build = Pick<Interpreter, 'version' | 'gil'>;

/** A recording that this build verified, and the versions of CPython that printed it again. */
export interface VerifiedRecording {
  readonly recording: Recording;
  readonly pythons: readonly Build[];
}

/** What this build knows of one example. */
export interface CheckedExample {
  /** The verdict that pages show: the first that falls short, or else the first of all. */
  readonly entry: LedgerEntry;
  /** Absent if the example's own block or markers are wrong. */
  readonly example?: Example | undefined;
  /** Recordings that pages may show; the one for all versions is first. Empty if any verdict falls short. */
  readonly verified: readonly VerifiedRecording[];
  /** The versions of CPython that verified it. Empty if any verdict falls short. */
  readonly verifiedBy: readonly Build[];
  /** The packages with which it was verified. Empty if any verdict falls short. */
  readonly packages: readonly Package[];
  /** All recordings, verified or not; the one for all versions is first. */
  readonly recorded: readonly Recording[];
  /** Tags of versions whose recordings this build did not verify. */
  readonly unverified: readonly string[];
  /** What this build knows of its variants, in the order of its block. */
  readonly variants: readonly CheckedExample[];
  /** What this build knows of the run that was watched for its timeline; absent if it has no timeline. */
  readonly timeline?: CheckedExample | undefined;
  /** What this build knows of it in the browser's Python; absent if nothing asked. */
  readonly browser?: BrowserFacts | undefined;
}

/** An example whose block and markers are right. */
export type SoundExample = CheckedExample & { readonly example: Example };

/** Examples by id. */
export type CheckedExamples = ReadonlyMap<string, CheckedExample>;

/** What a verification knows of all examples. Variants and timelines are found in their originals. */
export function checkedExamples({ ledger, examples, recordings }: Verification): CheckedExamples {
  const byId = Map.groupBy(ledger.entries, ({ id }) => id);
  const inBrowser = new Map(ledger.browser?.samples.map(verdict => [verdict.id, verdict]));
  const of = (id: string, file: string): CheckedExample => {
    const [entries, example] = [byId.get(id), examples.get(id)];
    const variants = example?.variants.map(each => of(each.id, each.file));
    const timeline = example?.timeline && of(example.timeline.id, file);
    const own = checkedExample(entries?.[0] ?? { id, file }, entries, example, recordings.get(id), variants);
    const browser = ledger.browser && browserFacts(inBrowser.get(id), ledger.browser, own);
    return { ...own, timeline, browser };
  };
  const originals = [...byId.values()].flatMap(([first]) =>
    first?.variant === undefined && first?.timelineOf === undefined ? (first ?? []) : [],
  );
  return new Map(originals.map(({ id, file }) => [id, of(id, file)]));
}

/**
 * Combines the verdicts on one example, one for each interpreter, with its recordings. There are no entries
 * if nothing ran it.
 */
export function checkedExample(
  { id, file }: Pick<LedgerEntry, 'id' | 'file'>,
  found: readonly LedgerEntry[] = [],
  example?: Example,
  recordings?: Recordings,
  variants: readonly CheckedExample[] = [],
): CheckedExample {
  // Under one of several interpreters, a package may have no wheel: the others decide.
  const ran = found.filter(({ verdict }) => verdict !== 'skipped');
  const entries = ran.length > 0 ? ran : found;
  const short = entries.find(({ verdict }) => verdict !== 'verified');
  const all = [recordings?.base, ...(recordings?.versions.values() ?? [])].filter(
    recording => recording !== undefined,
  );
  const builds = (which: readonly LedgerEntry[]): readonly Build[] =>
    which.flatMap(({ verdict, python, gil = true }) =>
      verdict === 'verified' && python !== undefined ? [{ version: python, gil }] : [],
    );
  const verified = all
    .map(recording => ({ recording, pythons: builds(entries.filter(({ tag }) => tag === recording.tag)) }))
    .filter(({ pythons }) => pythons.length > 0);
  // The recording for all versions is named by the version that it was accepted on.
  const idle =
    verified.length === 0 ? [] : all.filter(({ tag }) => !entries.some(entry => entry.tag === tag));
  const unverified = idle.flatMap(
    ({ tag, receipt }) =>
      tag ?? (receipt === undefined ? [] : tagOf({ version: receipt.python, gil: receipt.gil ?? true })),
  );
  return {
    entry: short ?? entries[0] ?? { id, file, verdict: 'unrecorded', problems: [] },
    example,
    verified: short === undefined ? verified : [],
    verifiedBy: short === undefined ? builds(entries) : [],
    packages: short === undefined ? usedPackages(entries) : [],
    recorded: all,
    unverified,
    variants,
  };
}

/**
 * An example with its variants and its timeline, as if nothing had run.
 * @param read the recordings of an example
 */
export function checkedWithVariants(
  example: Example,
  read: (example: Example) => Recordings,
): CheckedExample {
  const variants = example.variants.map(each => checkedWithVariants(each, read));
  const timeline = example.timeline && checkedWithVariants(example.timeline, read);
  return { ...checkedExample(example, [], example, read(example), variants), timeline };
}

/** An example or a variant by its id. Only the id of a variant has a dot. */
export function findChecked(examples: CheckedExamples, id: string): CheckedExample | undefined {
  const [original = '', slug] = id.split('.');
  const found = examples.get(original);
  return slug === undefined ? found : found?.variants.find(({ entry }) => entry.id === id);
}
