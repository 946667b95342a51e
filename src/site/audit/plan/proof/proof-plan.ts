import type { VerdictKind } from '../../../../core/verdict/verdict.ts';
import type { AskedSample, ProvedPython } from '../browser/audited-browser.ts';
import type { AuditedFrame } from './audited-frame.ts';
import type { SteppedExample } from './expected-changes.ts';
import type { AuditedPromise } from './audited-promise.ts';

/** What leaves files: each recording with those of its runs. */
interface WithArtifacts {
  readonly recordings: readonly { readonly artifacts: readonly unknown[] }[];
}

interface Judged {
  readonly verdict: VerdictKind;
}

/** An example of a plan, as far as the lists of what was verified go. */
export interface ListedExample extends AskedSample, AuditedPromise, WithArtifacts, Judged {
  readonly source?: string | undefined;
  /** Versions that verified it; those that ran it, if none did. */
  readonly python?: string | undefined;
  readonly variants: readonly (AskedSample & WithArtifacts & Judged)[];
  readonly timeline?: Judged | undefined;
}

/** A plan, as far as those lists go. */
export interface ProofPlan extends Pick<AuditedFrame, 'base' | 'language' | 'recorded'> {
  readonly examples: ReadonlyMap<string, ListedExample & SteppedExample>;
  readonly browser?: ProvedPython | undefined;
}

/** How many files verified runs left, those of variants too. */
export function artifactCount(
  examples: readonly (WithArtifacts & { readonly variants: readonly WithArtifacts[] })[],
): number {
  const all = examples.flatMap((example): WithArtifacts[] => [example, ...example.variants]);
  return all.flatMap(({ recordings }) => recordings.flatMap(({ artifacts }) => artifacts)).length;
}
