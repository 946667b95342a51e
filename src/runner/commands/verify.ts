import type { Example } from '../../core/example/example.ts';
import type { CachedRuns, Run } from '../../core/verdict/run.ts';
import { collectLedger, judgedEntry } from '../../core/ledger/collect-ledger.ts';
import type { Ledger, LedgerEntry } from '../../core/ledger/ledger.ts';
import { recordingFor, type Recordings } from '../../core/verdict/recording.ts';
import { proveInBrowser } from '../browser/prove-in-browser.ts';
import { removeDifferences, writeDifferences } from '../differences/difference-files.ts';
import { pythonOptionFor, tagOf } from '../../core/python-version.ts';
import { RunCache } from '../cache/run-cache.ts';
import { redundantVersionRecordings } from '../../core/verdict/version-recordings.ts';
import { runScheduled } from './run-scheduled.ts';
import { type PlannedRun, planRuns, type Selection } from './plan-runs.ts';
import { Schedule } from '../scheduling/scheduler.ts';
import { describeSandbox } from '../sandbox/sandbox.ts';

export interface VerifyOptions extends Selection {
  /** Examples that compute at the same time; default: as many as there are cores. */
  readonly jobs?: number | undefined;
  /** Whether a cached run may be judged again instead of a new one; default: no. */
  readonly reuse?: boolean | undefined;
  /** Verified runs of other machines, which may also be judged again. */
  readonly given?: CachedRuns | undefined;
  /** Whether verified examples are tried in the Python of browsers too; default: no. */
  readonly browser?: boolean | undefined;
  /** Called for each verdict as it comes. */
  readonly onVerdict?: ((entry: LedgerEntry, done: number, total: number) => void) | undefined;
}

/** The ledger of one verification, and what pages show of it. */
export interface Verification {
  readonly ledger: Ledger;
  readonly examples: ReadonlyMap<string, Example>;
  /** By id. */
  readonly recordings: ReadonlyMap<string, Recordings>;
  /** The verified runs behind the verdicts, except runs under contention. */
  readonly runs: CachedRuns;
}

/** Runs of each check by which a race is asked whether what it prints is a declared outcome. */
const OUTCOME_RUNS = 5;
/** A picture whose waits have another length than the recorded ones is made again, so often at most. */
const TIMELINE_RUNS = 3;

/** Whether another run follows: of a race while all is well, of a timeline if only its lengths are not. */
function goesOn({ contract }: Example, { verdict, problems }: LedgerEntry, made: number): boolean {
  if (contract.form === 'outcomes') return made < OUTCOME_RUNS && verdict === 'verified';
  if (contract.form !== 'timeline' || made === TIMELINE_RUNS) return false;
  // Another structure is a difference, and has a detail; other lengths are sentences.
  return verdict === 'drifted' && problems.some(({ detail }) => detail === undefined);
}

/** Runs an example as often as its recording asks for. @returns the entry of the last run */
async function judgeRuns(example: Example, judgeRun: () => Promise<LedgerEntry>): Promise<LedgerEntry> {
  let entry = await judgeRun();
  for (let made = 1; goesOn(example, entry, made); made += 1) entry = await judgeRun();
  return entry;
}

/** Draws what differs in the pictures of a run that drifted, and names the drawings in the message. */
async function withDifference(
  root: string,
  example: Example,
  { artifacts, interpreter }: Run,
  recordings: Recordings | undefined,
  isOnly: boolean,
  entry: LedgerEntry,
): Promise<LedgerEntry> {
  const tag = tagOf(interpreter);
  const named = isOnly ? undefined : tag;
  if (entry.verdict === 'verified') await removeDifferences(root, example, named);
  if (entry.verdict !== 'drifted' || artifacts === undefined) return entry;
  const recorded = recordings && recordingFor(recordings, tag)?.artifacts;
  const lines = await writeDifferences(root, example, recorded, artifacts, named);
  const [first, ...others] = entry.problems;
  if (first === undefined || lines.length === 0) return entry;
  const detail = [first.detail, ...lines.map(line => `    ${line}`)].filter(each => each !== undefined);
  return { ...entry, problems: [{ ...first, detail: detail.join('\n') }, ...others] };
}

/** The samples that an interpreter has verified, each once. A timeline is a watched run of one. */
function verifiedSamples(
  ready: readonly PlannedRun[],
  judged: readonly LedgerEntry[],
): readonly PlannedRun[] {
  const verified = new Set(judged.filter(({ verdict }) => verdict === 'verified').map(({ id }) => id));
  const samples = ready.filter(({ example: { id, watched } }) => watched === undefined && verified.has(id));
  return [...new Map(samples.map(planned => [planned.example.id, planned])).values()];
}

/** Runs the chosen examples and judges each against its recording, under each of its interpreters. */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const {
    root,
    words = [],
    shard,
    jobs,
    pythons = [],
    reuse = false,
    given = [],
    browser,
    onVerdict,
  } = options;
  const { ready, unfit, broken, interpreters, sandbox, recordings, problems } = await planRuns(options);
  const schedule = new Schedule(jobs);
  const cache = await RunCache.open(
    root,
    sandbox ?? { kind: 'unsandboxed', reason: 'nothing is run' },
    ready.map(({ interpreter }) => interpreter),
    { own: reuse, given },
  );
  const examples = new Map([...ready, ...unfit].map(({ example }) => [example.id, example]));
  let done = broken.length + unfit.length;
  const total = done + ready.length;
  const judged = await Promise.all(
    ready
      .toSorted((a, b) => a.example.contract.cores - b.example.contract.cores)
      .map(async ({ example, interpreter, packages, recordings: own, originals, isOnly }) => {
        const pythonOption = pythons.length === 0 ? undefined : pythonOptionFor(interpreter, pythons);
        const decide = (run: Run, cached: boolean): LedgerEntry => ({
          ...judgedEntry(example, run, own, { named: !isOnly, pythonOption }, cached, originals),
          packages: packages?.installed,
        });
        const kept = cache.find(example, interpreter);
        let entry = kept && decide(kept, true);
        // A cached run that no longer passes is made again, so that a verdict other than verified is always
        // of a new run.
        if (entry?.verdict !== 'verified')
          entry = await judgeRuns(example, async () => {
            const run = await runScheduled({ example, interpreter, packages, schedule, sandbox });
            const found = decide(run, false);
            cache.store(example, run, found.verdict === 'verified');
            return withDifference(root, example, run, own, isOnly, found);
          });
        else await removeDifferences(root, example, isOnly ? undefined : tagOf(interpreter));
        done += 1;
        onVerdict?.(entry, done, total);
        return entry;
      }),
  );
  await cache.save();
  const [installer] = interpreters;
  const proof =
    browser !== true || sandbox === undefined || installer === undefined
      ? undefined
      : await proveInBrowser({
          ...{ root, sandbox, schedule, reuse, installer },
          candidates: verifiedSamples(ready, judged),
        });
  const idle = [...examples.values()].flatMap(example =>
    redundantVersionRecordings(example, recordings.get(example.id) ?? { versions: new Map() }),
  );
  return {
    ledger: collectLedger({
      part: { selectors: words.length === 0 ? undefined : words, shard },
      interpreters,
      sandbox: sandbox && describeSandbox(sandbox),
      judged,
      skipped: unfit,
      broken,
      problems: [...problems, ...idle],
      browser: proof,
    }),
    examples,
    recordings,
    runs: cache.used,
  };
}
