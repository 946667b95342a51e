import { type Stream, STREAMS } from '../../../core/printed-text.ts';
import type { Recording } from '../../../core/verdict/recording.ts';
import type { CheckedExample } from '../parts/checked-example.ts';
import { type ChangeLine, changeLines } from './change-lines.ts';
import { versionSteps } from './version-steps.ts';

/** What of an output a version changed. */
export interface VersionChange {
  /** Id of the example, or of its variant. */
  readonly id: string;
  /** Tag of the version: `3.13t`. */
  readonly tag: string;
  /** Tag of the version before it. */
  readonly than: string;
  /** The named change of the source that was made; absent for the example as written. */
  readonly variant?: string | undefined;
  /** The streams that differ. Empty unless this build verified what both versions print. */
  readonly streams: readonly { readonly stream: Stream; readonly lines: readonly ChangeLine[] }[];
  /** Names of the files that differ. */
  readonly files: readonly string[];
  /** Tags of those of the two that this build did not verify. */
  readonly unverified: readonly string[];
}

/** What versions changed of what an example and its variants print. Counts of races are no outputs. */
export function versionChanges(checked: CheckedExample): readonly VersionChange[] {
  const { example, recorded, verified, variants } = checked;
  if (example === undefined) return [];
  const isVerified = (recording: Recording): boolean => verified.some(each => each.recording === recording);
  const steps = example.contract.form === undefined ? versionSteps(recorded) : [];
  const own = steps.flatMap(({ tag, than, before, after }): VersionChange[] => {
    const streams = STREAMS.filter(stream => (before[stream] ?? '') !== (after[stream] ?? ''));
    const files = changedFiles(before, after);
    if (streams.length + files.length === 0) return [];
    const unverified = [...(isVerified(after) ? [] : [tag]), ...(isVerified(before) ? [] : [than])];
    const lines = unverified.length > 0 ? [] : streams.map(stream => linesOf(stream, before, after));
    return [{ id: example.id, tag, than, variant: example.variant?.name, streams: lines, files, unverified }];
  });
  return [...own, ...variants.flatMap(versionChanges)];
}

function linesOf(stream: Stream, before: Recording, after: Recording): VersionChange['streams'][number] {
  return { stream, lines: changeLines(before[stream] ?? '', after[stream] ?? '') };
}

/** Names of files that only one of two runs left, or that have other bytes; sorted. */
function changedFiles({ artifacts: before }: Recording, { artifacts: after }: Recording): readonly string[] {
  const names = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  const hexOf = (files: typeof before, name: string): string | undefined =>
    files?.has(name) ? Buffer.from(files.get(name) ?? []).toString('hex') : undefined;
  return [...names].filter(name => hexOf(before, name) !== hexOf(after, name)).toSorted();
}
