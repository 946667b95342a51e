import { isTextArtifact } from '../../../core/artifacts/artifact-kind.ts';
import type { Problem } from '../../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../../core/problems/result.ts';
import { suggestion } from '../../../core/problems/suggest.ts';
import { digest, isAuthentic, type Recording } from '../../../core/verdict/recording.ts';
import type { SoundExample } from '../parts/checked-example.ts';
import { artifactText } from './shown-artifact.ts';

/** An example as if an artifact were its output: what quotes an output then quotes the artifact. */
export function quotingArtifact(
  sound: SoundExample,
  name: string,
  at: Pick<Problem, 'file' | 'line' | 'column'>,
): Result<SoundExample> {
  const { example, recorded, verified } = sound;
  const texts = Object.keys(example.contract.artifacts).filter(isTextArtifact);
  if (!texts.includes(name)) {
    const title = `${example.file} has no artifact "${name}" with text.`;
    const remedy = texts.length === 0 ? 'Remove artifact, to quote the output.' : suggestion(name, texts);
    return fail({ ...at, title, remedy });
  }
  return succeed({
    ...sound,
    // Nothing of a text is hidden.
    example: { ...example, contract: { ...example.contract, mask: [] } },
    recorded: recorded.map(recording => asOutput(recording, name)),
    verified: verified.map(each => ({ ...each, recording: asOutput(each.recording, name) })),
  });
}

/** A recording of the artifact alone. It is what a run left if the whole recording is. */
function asOutput(recording: Recording, name: string): Recording {
  const { artifacts, receipt, tag } = recording;
  const out = artifactText(artifacts?.get(name) ?? new Uint8Array());
  const own = isAuthentic(recording) && receipt ? { ...receipt, sha256: digest({ out }) } : undefined;
  return { out, tag, receipt: own };
}
