import { expectedExit } from '../../../core/contract/tables/expected-exit.ts';
import { auditedArtifacts } from './artifacts/audited-artifact.ts';
import { type AuditedBrowser, auditedBrowser, type ProvedPython } from './browser/audited-browser.ts';
import {
  type AuditedRecording,
  auditedRecording,
  buildThatRan,
  isProved,
  otherVersions,
  recordingsOf,
} from './recordings/audited-recording.ts';
import { expectedAnswer } from './lesson/expected-answer.ts';
import { type AuditedStep, auditedSteps } from './proof/audited-steps.ts';
import { type AuditedPromise, auditedPromise } from './proof/audited-promise.ts';
import type { AuditedFrame } from './proof/audited-frame.ts';
import type { PlannedHome } from './home/planned-home.ts';
import { auditedPackages } from './packages/audited-packages.ts';
import type { DrawnPlan } from './pictures/drawn-plan.ts';
import { type AuditedSample, auditedSample } from './sample/audited-sample.ts';
import { type LedgerEntry, shownId } from '../../../core/ledger/ledger.ts';
import { newestFirst, pythonNames } from '../../../core/python-version.ts';
import type { VerdictKind } from '../../../core/verdict/verdict.ts';
import { shownTimeline, type ShownTimeline } from '../timeline/shown-timeline.ts';
import type { Verification } from '../../../runner/commands/verify.ts';

/** What makes an example a variant. */
interface AuditedChange {
  /** What is changed: `without the lock`. */
  readonly name: string;
  readonly slug: string;
  /** Whether its output is recorded; if not, the site shows none. */
  readonly isRecorded: boolean;
  /** The source that was changed. */
  readonly original: string;
  /** For each line of the source of the variant that of the original, both 1-based. */
  readonly originalLines: readonly number[];
}

/** What a site may show of a timeline. */
export interface AuditedTimeline extends Pick<AuditedExample, 'verdict' | 'python' | 'recordings'> {
  /** Absent unless this build verified it. */
  readonly shown?: ShownTimeline | undefined;
}

/** What a site may show of an example or a variant, read from the ledger and not from what renders pages. */
export interface AuditedExample extends AuditedPromise {
  readonly id: string;
  /** Relative to the project. */
  readonly file: string;
  /** The file to download, relative to the site. */
  readonly download: string;
  /** The file's name, or the contract's title. */
  readonly title: string;
  /** `verified`, or the first verdict that falls short. */
  readonly verdict: VerdictKind;
  /** Title of the first problem, if it falls short. */
  readonly reason: string;
  /** Absent if the example's own block or markers are wrong. */
  readonly source?: string | undefined;
  readonly requiresPython?: string | undefined;
  /** Its files, and the lines that run it; absent if its own block or markers are wrong. */
  readonly sample?: AuditedSample | undefined;
  /** What was proved of it in the browser; absent if nothing asked. */
  readonly browser?: AuditedBrowser | undefined;
  /** Exit code. */
  readonly exit: number;
  /** Bounds of the wall time that its contract checks, in seconds. */
  readonly elapsed?: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined;
  /** Of a race, what it may print: its recordings are counts. */
  readonly outcomes?: readonly { readonly prints: string; readonly meaning: string }[] | undefined;
  /** `numpy 2.5.5`, as the ledger has them: all that ran, and those of them that the block names. */
  readonly packages: readonly string[];
  readonly ownPackages: readonly string[];
  /** The text of its lock; absent if it has none. */
  readonly lock?: string | undefined;
  /** Whether it ran with the network. */
  readonly network: boolean;
  /** Versions that verified it; those that ran it, if none did. */
  readonly python?: string | undefined;
  /** What this build verified: first what holds for all versions, then what single versions print. */
  readonly recordings: readonly AuditedRecording[];
  /** What a page fetches to judge what a reader predicts; absent if nothing is verified. */
  readonly answer?: unknown;
  /** What versions of Python printed otherwise than those before them. */
  readonly steps: readonly AuditedStep[];
  /** Versions whose own recordings this build did not verify. */
  readonly otherVersions?: string | undefined;
  /** The example with each of its named changes, in the order of its block. */
  readonly variants: readonly AuditedExample[];
  /** What this build verified of its timeline; absent if it has none. */
  readonly timeline?: AuditedTimeline | undefined;
  /** Set if it is a variant. */
  readonly change?: AuditedChange | undefined;
}

/** An article as its author wrote it, and its Markdown edition. */
export interface AuditedArticle {
  readonly source: string;
  readonly edition: string;
}

/** What every file of a site is compared with. It can be sent to another thread. */
export interface AuditPlan extends AuditedFrame {
  readonly examples: ReadonlyMap<string, AuditedExample>;
  /** By path relative to the project: `content/advanced/locks.mdx`. */
  readonly articles: ReadonlyMap<string, AuditedArticle>;
  /** The browser's Python that samples ran in too; absent if none did. */
  readonly browser?: ProvedPython | undefined;
  readonly drawn: DrawnPlan;
  /** What the home page shows besides texts. */
  readonly home: PlannedHome;
}

/** Reads off a verification what a site may show. */
export function auditPlan(
  verification: Verification,
  site: Omit<AuditPlan, 'examples' | 'browser'>,
): AuditPlan {
  const { entries, browser } = verification.ledger;
  const byId = Map.groupBy(entries, ({ id }) => id);
  // A variant and a timeline have no page of their own.
  const originals = entries.filter(entry => shownId(entry) === entry.id);
  const ids = new Set(originals.map(({ id }) => id));
  return {
    examples: new Map([...ids].map(id => [id, auditedExample(id, byId, verification, site.languages)])),
    browser: browser && { pyodide: browser.pyodide, python: browser.python },
    ...site,
  };
}

/** An example with its variants. */
function auditedExample(
  id: string,
  byId: ReadonlyMap<string, readonly LedgerEntry[]>,
  verification: Verification,
  languages: readonly string[],
): AuditedExample {
  const found = byId.get(id) ?? [];
  // Where one interpreter has no wheel of a package, those that have it count.
  const isRun = found.some(({ verdict }) => verdict !== 'skipped');
  const entries = found.filter(({ verdict }) => !isRun || verdict !== 'skipped');
  const example = verification.examples.get(id);
  const file = entries[0]?.file ?? '';
  const short = entries.find(({ verdict }) => verdict !== 'verified');
  const all = recordingsOf(verification.recordings.get(id));
  const proved = all.filter(recording => isProved(recording, entries));
  const verified = short === undefined ? proved : [];
  const name = file.split('/').at(-1) ?? '';
  const facts = example?.variant;
  // The ledger decides which variants there are.
  const variants = [...byId.values()].filter(([entry]) => entry?.variant?.of === id);
  const [watched] = [...byId.values()].flatMap(([entry]) => (entry?.timelineOf === id ? entry : []));
  const position = (entry: LedgerEntry): number => verification.examples.get(entry.id)?.variant?.index ?? 0;
  return {
    id,
    file,
    download: facts === undefined ? file : file.replace(/\.py$/, `.${facts.slug}.py`),
    title: example?.contract.title ?? name,
    verdict: short?.verdict ?? 'verified',
    reason: short === undefined ? '' : (short.problems[0]?.title ?? short.verdict),
    source: example?.source,
    requiresPython: example?.metadata.requiresPython,
    sample: example && auditedSample(example, short === undefined),
    browser: auditedBrowser(example, verification.ledger.browser, all, verified),
    exit: example === undefined ? 0 : expectedExit(example.contract),
    elapsed: example?.contract.elapsed,
    outcomes: example?.contract.form === 'outcomes' ? example.contract.outcomes?.table : undefined,
    ...auditedPackages(short === undefined ? entries : [], example?.metadata.dependencies ?? []),
    lock: example?.lock,
    network: entries.some(({ network }) => network === true),
    ...auditedPromise(example?.contract, languages),
    python: short === undefined ? pythonNames(newestFirst(entries.flatMap(buildThatRan))) : short.python,
    recordings: verified.map(recording => ({
      ...auditedRecording(recording, entries),
      artifacts: auditedArtifacts(id, example?.contract, recording),
    })),
    // Counts of a race are no output.
    steps: example?.contract.form === undefined ? auditedSteps(all, each => verified.includes(each)) : [],
    answer: example && verified[0] && expectedAnswer(example, verified[0]),
    otherVersions: proved.length === 0 ? undefined : otherVersions(all, entries),
    variants: variants
      .flatMap(([entry]) => entry ?? [])
      .toSorted((a, b) => position(a) - position(b))
      .map(entry => auditedExample(entry.id, byId, verification, languages)),
    timeline: watched && auditedTimeline(auditedExample(watched.id, byId, verification, languages)),
    change: facts && {
      name: facts.name,
      slug: facts.slug,
      isRecorded: facts.isRecorded,
      original: facts.of.source,
      originalLines: facts.originalLines,
    },
  };
}

function auditedTimeline({ verdict, python, recordings }: AuditedExample): AuditedTimeline {
  return { verdict, python, recordings, shown: shownTimeline(recordings[0]) };
}

/** The variant of an example that an article names, in words or as its recording is named. */
export function namedVariant(example: AuditedExample, name: string): AuditedExample | undefined {
  const words = (text: string): string =>
    text
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .join(' ');
  return example.variants.find(({ change }) => words(change?.name ?? '') === words(name));
}
