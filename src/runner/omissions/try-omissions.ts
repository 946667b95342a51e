import type { Example } from '../../core/example/example.ts';
import { effectOf } from '../../core/omission/effect-of.ts';
import { omit } from '../../core/omission/omit.ts';
import type { Try } from '../../core/omission/judge-parts.ts';
import { repetitionOf } from '../../core/repetition/repetition.ts';
import { tagOf } from '../../core/python-version.ts';
import { isAuthentic, type Recording, recordingFor } from '../../core/verdict/recording.ts';
import { RunCache } from '../cache/run-cache.ts';
import { planRuns, type PlannedRun, type RunPlan, type Selection } from '../commands/plan-runs.ts';
import { perturbations } from '../commands/perturbations.ts';
import { runScheduled } from '../commands/run-scheduled.ts';
import { STATE_PATHS } from '../files/state-paths.ts';
import { userCache } from '../files/user-cache.ts';
import type { Conditions } from '../python/run-environment.ts';
import { Schedule } from '../scheduling/scheduler.ts';

/** Runs under different conditions until an omission shows an effect: what is idle in one may be lucky. */
const MAX_RUNS = 5;
/** After so long, an omission gets no other run: a stranger's sample may take all of its timeout. */
const MAX_SECONDS = 30;

interface TryOptions extends Selection {
  readonly jobs?: number | undefined;
  /** Whether a run of an earlier command may be judged again instead of a new one. */
  readonly reuse: boolean;
}

/** Runs samples without some of their lines. */
export interface Omissions {
  /**
   * How to run an example without parts. Undefined if this machine does not run it, or if nothing was
   * recorded of it: a check reports that.
   * @param accepts whether it is well if nothing changes; only then that run is kept, like one that differs
   */
  of(id: string, accepts: boolean): { readonly example: Example; readonly attempt: Try } | undefined;
  save(): Promise<void>;
}

/** Prepares runs without some lines, each under the newest interpreter of its example. */
export async function openOmissions({ reuse, jobs, ...selection }: TryOptions): Promise<Omissions> {
  const { root } = selection;
  const plan = await planRuns(selection);
  const schedule = new Schedule(jobs);
  const cache = await openCache(root, plan, reuse);
  const first = new Map(plan.ready.toReversed().map(each => [each.example.id, each]));
  const attemptOf = (
    { example, interpreter, packages }: PlannedRun,
    recorded: Recording,
    accepts: boolean,
  ): Try => {
    const common = { interpreter, packages, schedule, sandbox: plan.sandbox };
    const known = new Map<string, Promise<string | undefined>>();
    const effect = async (omission: Example): Promise<string | undefined> => {
      if (omission.source === example.source) return undefined;
      const kept = cache.find(omission, interpreter);
      const before = kept && effectOf(omission, kept, recorded);
      if (kept !== undefined && (before !== undefined || accepts)) return before;
      let seconds = 0;
      for (const [index, conditions] of conditionsOf(example).entries()) {
        const made = await runScheduled({ ...common, example: omission, conditions });
        const after = effectOf(omission, made, recorded);
        // What differs under other conditions alone may do so by luck: the next command tries it again.
        cache.store(omission, made, accepts || (after !== undefined && index === 0));
        seconds += made.durationMs / 1000;
        if (after !== undefined || seconds > MAX_SECONDS) return after;
      }
      return undefined;
    };
    return parts => {
      const omission = omit(example, parts);
      const result = known.get(omission.source) ?? effect(omission);
      known.set(omission.source, result);
      return result;
    };
  };
  // Figures share what they try: an article may show a sample a thousand times.
  const attempts = new Map<string, Try>();
  return {
    of: (id, accepts) => {
      const planned = first.get(id);
      const recorded = planned && recordingFor(planned.recordings, tagOf(planned.interpreter));
      if (planned === undefined || !isAuthentic(recorded)) return undefined;
      const key = `${id} ${accepts}`;
      const attempt = attempts.get(key) ?? attemptOf(planned, recorded, accepts);
      attempts.set(key, attempt);
      return { example: planned.example, attempt };
    },
    save: () => cache.save(),
  };
}

/** The plain run first. None is under load: that would slow down all others. */
function conditionsOf(example: Example): readonly Conditions[] {
  return perturbations(repetitionOf(example), example.contract)
    .filter(({ load }) => !load)
    .slice(0, MAX_RUNS);
}

function openCache(root: string, { ready, sandbox }: RunPlan, reuse: boolean): Promise<RunCache> {
  return RunCache.open(
    root,
    sandbox ?? { kind: 'unsandboxed', reason: 'nothing is run' },
    ready.map(({ interpreter }) => interpreter),
    { own: reuse, given: [] },
    userCache(),
    STATE_PATHS.omissions,
  );
}
