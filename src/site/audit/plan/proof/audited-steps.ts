import { buildOf, newestFirst, tagOf } from '../../../../core/python-version.ts';
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
 * Reads off the recordings of an example what versions changed.
 * @param isProved whether this build verified a recording
 */
export function auditedSteps(
  all: readonly Recording[],
  isProved: (recording: Recording) => boolean,
): readonly AuditedStep[] {
  const written = all.filter(recording => recording.receipt?.sha256 === digest(recording));
  const tags = written.flatMap(({ tag }) => tag ?? []);
  const known = written.flatMap((recording): Known[] => {
    const { receipt, tag } = recording;
    const writer = receipt && tagOf({ version: receipt.python, gil: receipt.gil ?? true });
    const name = tag ?? (writer !== undefined && tags.includes(writer) ? undefined : writer);
    return name === undefined ? [] : [{ tag: name, recording }];
  });
  const ascending = newestFirst(known.map(each => ({ ...each, ...buildOf(each.tag) }))).toReversed();
  const [free, locked] = [ascending.filter(({ gil }) => !gil), ascending.filter(({ gil }) => gil)];
  const first = free[0] && withLock(free[0].tag, locked);
  const pairs = [...pairsOf(locked), ...pairsOf(first === undefined ? free : [first, ...free])];
  return pairs.flatMap(([before, after]) => {
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

/** What the same version prints with the lock: its own recording, or that for all versions. */
function withLock(tag: string, locked: readonly Known[]): Known | undefined {
  const own = locked.find(each => `${each.tag}t` === tag);
  return own ?? locked.find(({ recording }) => recording.tag === undefined) ?? locked.at(-1);
}

function otherFiles(before: Recording, after: Recording): readonly string[] {
  const text = (files: Recording['artifacts'], name: string): string =>
    [...(files?.get(name) ?? ['none'])].join();
  const names = new Set([before, after].flatMap(({ artifacts }) => [...(artifacts?.keys() ?? [])]));
  return [...names].sort().filter(name => text(before.artifacts, name) !== text(after.artifacts, name));
}
