import { artifactKind } from '../artifacts/artifact-kind.ts';
import { artifactDifferences } from '../artifacts/compare-artifacts.ts';
import type { Example } from '../example/example.ts';
import type { Recording } from '../verdict/recording.ts';
import type { Run } from '../verdict/run.ts';
import { excerpt } from './excerpt.ts';
import type { Excerpt, FileChange } from './ledger.ts';

/** The files of a run that its contract does not permit in place of the recorded ones; undefined: none. */
export function fileChanges(
  { contract }: Pick<Example, 'contract'>,
  { artifacts }: Pick<Run, 'artifacts'>,
  recording: Recording | undefined,
): readonly FileChange[] | undefined {
  if (recording?.artifacts === undefined || artifacts === undefined) return undefined;
  const changes = artifactDifferences(recording.artifacts, artifacts, contract.artifacts);
  const textOf = (bytes: Uint8Array | undefined): Excerpt | undefined =>
    bytes && excerpt(new TextDecoder().decode(bytes));
  const named = changes.map(({ name, summary }): FileChange => {
    if (artifactKind(name) === 'picture') return { name, summary };
    const [before, after] = [recording.artifacts, artifacts].map(files => textOf(files?.get(name)));
    return { name, summary, before, after };
  });
  return named.length === 0 ? undefined : named;
}
