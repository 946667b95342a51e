import { tagOf } from '../../../../core/python-version.ts';
import { digest, type Recording } from '../../../../core/verdict/recording.ts';

/** What a version of Python printed otherwise than the version before it. */
export interface AuditedStep {
  /** Tags of the version, and of the one before it. */
  readonly tag: string;
  readonly than: string;
  /** Tags of those of the two that this build did not verify. */
  readonly unverified: readonly string[];
  /** Both outputs of each stream that differs. */
  readonly streams: readonly { readonly stream: 'out' | 'err' | 'waits'; readonly both: Both }[];
  /** Names of files that differ. */
  readonly files: readonly string[];
}

type Both = readonly [before: string, after: string];

interface Known {
  readonly tag: string;
  readonly recording: Recording;
}

/**
 * Reads off the recordings of an example what versions changed: in the order of minor versions, each prints
 * its own recording, or the one for all.
 * @param isProved whether this build verified a recording
 */
export function auditedSteps(
  all: readonly Recording[],
  isProved: (recording: Recording) => boolean,
): readonly AuditedStep[] {
  const written = all.filter(recording => recording.receipt?.sha256 === digest(recording));
  const common = written.find(({ tag }) => tag === undefined);
  const { python, gil = true } = common?.receipt ?? {};
  const named = written.flatMap(({ tag }) => tag ?? []);
  const known = new Set([...named, ...(python === undefined ? [] : [tagOf({ version: python, gil })])]);
  const printedBy = (tag: string): Known[] => {
    const recording = written.find(each => each.tag === tag) ?? common;
    return recording === undefined ? [] : [{ tag, recording }];
  };
  const numbers = (ending: string): number[] =>
    [...known].flatMap(tag => new RegExp(`^3\\.(\\d+)${ending}$`).exec(tag)?.[1] ?? []).map(Number);
  const [locked, free] = [numbers(''), numbers('t').sort((a, b) => a - b)];
  const chain = Array.from({ length: locked.length === 0 ? 0 : Math.max(...locked) + 1 }, (_, minor) => minor)
    .filter(minor => minor >= Math.min(...locked))
    .flatMap(minor => printedBy(`3.${minor}`));
  const withoutLock = free.flatMap((minor, index) => [
    ...(index === 0 ? printedBy(`3.${minor}`) : []),
    ...printedBy(`3.${minor}t`),
  ]);
  return [...pairsOf(chain), ...pairsOf(withoutLock)].flatMap(([before, after]) => {
    const step = {
      tag: after.tag,
      than: before.tag,
      unverified: [after, before].filter(each => !isProved(each.recording)).map(({ tag }) => tag),
      streams: (['out', 'err', 'waits'] as const).flatMap(stream => {
        const both: Both = [before.recording[stream] ?? '', after.recording[stream] ?? ''];
        return both[0] === both[1] ? [] : [{ stream, both }];
      }),
      files: otherFiles(before.recording, after.recording),
    };
    return step.streams.length + step.files.length === 0 ? [] : [step];
  });
}

function pairsOf(known: readonly Known[]): readonly (readonly [Known, Known])[] {
  return known.slice(1).map((each, index) => [known[index] ?? each, each] as const);
}

function otherFiles(before: Recording, after: Recording): readonly string[] {
  const text = (files: Recording['artifacts'], name: string): string =>
    [...(files?.get(name) ?? ['none'])].join();
  const names = new Set([before, after].flatMap(({ artifacts }) => [...(artifacts?.keys() ?? [])]));
  return [...names].sort().filter(name => text(before.artifacts, name) !== text(after.artifacts, name));
}
